/** Reads a register (台账) in Lawgate's own format: one row for each case, Chinese headings, dates as 2023-01-06. */
import { parseCivilDate, type CivilDate } from '@lawgate/calendar';
import { parse } from 'csv-parse/sync';

export interface RegisterRow {
  /** Line in the file, for messages; the heading is line 1. */
  readonly line: number;
  readonly receivedOn: CivilDate;
  readonly unit: string;
  readonly title: string;
  /** Name of the category as the register writes it. */
  readonly category: string;
  readonly acceptedOn: CivilDate | null;
  readonly reviewer: string | null;
  readonly adviser: string | null;
  readonly conclusion: string | null;
  readonly number: string | null;
  readonly concludedOn: CivilDate | null;
  readonly filedOn: CivilDate | null;
  readonly status: string;
  readonly note: string | null;
}

export class RegisterError extends Error {
  constructor(
    readonly code: 'register.heading-missing' | 'register.row-invalid' | 'register.replay-failed',
    readonly line: number,
    message: string,
  ) {
    super(`第${line}行：${message}`);
    this.name = 'RegisterError';
  }
}

const headings = {
  receivedOn: '收件日期',
  unit: '送审单位',
  title: '事项名称',
  category: '类别',
  acceptedOn: '受理日期',
  reviewer: '审查人',
  adviser: '法律顾问',
  conclusion: '结论',
  number: '意见书文号',
  concludedOn: '审结日期',
  filedOn: '备案日期',
  status: '状态',
  note: '备注',
} as const;

/** @throws RegisterError with the line that is invalid. */
export function readRegister(csv: string): RegisterRow[] {
  const records = parse(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  const missing = Object.values(headings).filter((heading) => records[0] !== undefined && !(heading in records[0]));
  if (missing.length > 0) throw new RegisterError('register.heading-missing', 1, `缺少列：${missing.join('、')}`);
  return records.map((record, index) => readRow(record, index + 2));
}

function readRow(record: Record<string, string>, line: number): RegisterRow {
  const optional = (key: keyof typeof headings): string | null => record[headings[key]] || null;
  const required = (key: keyof typeof headings): string => {
    const value = optional(key);
    if (value === null) throw new RegisterError('register.row-invalid', line, `“${headings[key]}”没有填写`);
    return value;
  };
  const day = (key: keyof typeof headings): CivilDate | null => {
    const value = optional(key);
    if (value === null) return null;
    try {
      return parseCivilDate(value);
    } catch {
      throw new RegisterError('register.row-invalid', line, `“${headings[key]}”不是有效日期：${value}`);
    }
  };
  return {
    line,
    receivedOn: day('receivedOn') ?? required('receivedOn'),
    unit: required('unit'),
    title: required('title'),
    category: required('category'),
    acceptedOn: day('acceptedOn'),
    reviewer: optional('reviewer'),
    adviser: optional('adviser'),
    conclusion: optional('conclusion'),
    number: optional('number'),
    concludedOn: day('concludedOn'),
    filedOn: day('filedOn'),
    status: required('status'),
    note: optional('note'),
  };
}

/** The parts of 合审〔2023〕4号; null for a text of another form. */
export function parseNumber(text: string): { code: string; year: number; number: number } | null {
  const match = /^(\p{Script=Han}+)〔(\d{4})〕(\d+)号$/u.exec(text);
  if (match === null) return null;
  return { code: match[1] ?? '', year: Number(match[2]), number: Number(match[3]) };
}
