/** Reads one line of a register by its mapping, and lists its problems. Pure. */
import { createHash } from 'node:crypto';
import type { CivilDate } from '@lawgate/calendar';
import { isStorable } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { RegisterRecord } from '@lawgate/cases';
import { conclusionLabels } from '../conclusions.ts';
import type { TableRow } from '@lawgate/files';
import { fieldLabels, fields, type Field, type Mapping } from './columns.ts';
import { dateFault, plainText, readDate, readNumber, type NumberParts } from './dates.ts';

/** Stable codes of the problems of a row, listed in the manual's appendix. */
export type RowProblemCode =
  | 'row.missing'
  | 'row.date'
  | 'row.date-order'
  | 'row.date-future'
  | 'row.category'
  | 'row.conclusion'
  | 'row.number'
  | 'row.number-year'
  | 'row.number-used'
  | 'row.status'
  | 'row.text'
  | 'row.formula'
  | 'row.quotes'
  | 'row.engine'
  | 'row.not-a-case'
  | 'row.repeated'
  | 'row.known'
  | 'row.completes';

export interface RowProblem {
  /**
   * The heading of the column in the file, or the standard one where the file has no such column; null for the whole
   * row.
   */
  readonly column: string | null;
  readonly code: RowProblemCode;
  /** The problem and its remedy. */
  readonly message: string;
}

/** A line that can be taken over. */
export interface RegisterRow {
  readonly title: string;
  readonly definition: Definition;
  /** Key of the conclusion in its category; null where the register has none. */
  readonly conclusion: string | null;
  readonly outcome: 'concluded' | 'returned' | 'declined' | 'withdrawn' | null;
  readonly record: RegisterRecord;
}

export interface CheckedRow {
  readonly line: number;
  readonly state: 'add' | 'skip' | 'refuse';
  readonly problems: readonly RowProblem[];
  readonly rowKey: string | null;
  readonly number: NumberParts | null;
  /** Null where the row is refused or skipped. */
  readonly row: RegisterRow | null;
}

export interface CheckBasis {
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly definitions: readonly Definition[];
  /** Dates of a past register must not be after it. */
  readonly today: CivilDate;
}

const earliest: CivilDate = '1990-01-01';
/** Maximum UTF-16 units, the same as for live cases. */
const lengths: Partial<Record<Field, number>> = {
  title: 200,
  unit: 100,
  reviewer: 50,
  adviser: 50,
  status: 50,
  note: 2000,
};

export function checkRow({ line, cells, doubt }: TableRow, basis: CheckBasis): CheckedRow {
  const reading = new Reading(cells, basis);
  const nothing = { line, rowKey: null, number: null, row: null };
  if (reading.isHeading())
    return { ...nothing, state: 'skip', problems: [whole('row.not-a-case', '重复的表头，跳过。')] };
  if (reading.isRemark()) {
    return {
      ...nothing,
      state: 'skip',
      problems: [whole('row.not-a-case', '没有事项名称和日期，按合计或填表说明跳过。')],
    };
  }
  if (doubt === 'quotes-unclear') return { ...nothing, state: 'refuse', problems: [unclearQuotes] };
  if (doubt === 'undecodable') return { ...nothing, state: 'refuse', problems: [undecodable] };
  reading.refuseFormulas();
  const read = reading.read();
  const { problems } = reading;
  const rowKey = keyOf(read);
  if (problems.length > 0 || read.row === null) {
    return { line, state: 'refuse', problems, rowKey, number: read.number, row: null };
  }
  const notes = doubt === 'quotes-literal' ? [literalQuotes] : [];
  return { line, state: 'add', problems: notes, rowKey, number: read.number, row: read.row };
}

const unclearQuotes = whole(
  'row.quotes',
  '引号不成对，无法分清各列。请检查这一行的双引号（单元格内的双引号应写两次），或改用 xlsx 上传。',
);
const literalQuotes = whole('row.quotes', '单元格内的双引号没有写两次，已按原样读入，请核对。');
const undecodable = whole('row.text', '有无法识别的字符（文件这一处已损坏），请改正后重新上传。');

/** Error values of spreadsheets, and what they write where a column is too narrow for a number. */
const errorValue =
  /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|PYTHON!|EXTERNAL!|GETTING_DATA|#+)|Err:\d{3})$/i;

export function whole(code: RowProblemCode, message: string): RowProblem {
  return { column: null, code, message };
}

type Status = '审结' | '退回' | '撤回' | '不予审核' | '在办';

const outcomes: Readonly<Record<Status, RegisterRow['outcome']>> = {
  审结: 'concluded',
  退回: 'returned',
  撤回: 'withdrawn',
  不予审核: 'declined',
  在办: null,
};

interface ReadRow {
  readonly row: RegisterRow | null;
  readonly number: NumberParts | null;
  readonly title: string;
  readonly dates: readonly (CivilDate | null)[];
}

/** A key for the same row in any file: number, name and dates; not the serial number, which restarts in every file. */
function keyOf({ number, title, dates }: ReadRow): string {
  const parts = [
    number === null ? null : `${number.code}〔${number.year}〕${number.number}`,
    plainText(title),
    ...dates,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

class Reading {
  readonly problems: RowProblem[] = [];
  /** Fields whose cell is not read at all. */
  readonly #unread = new Set<Field>();

  constructor(
    private readonly cells: readonly string[],
    private readonly basis: CheckBasis,
  ) {}

  isHeading(): boolean {
    const { headings } = this.basis;
    const filled = headings.filter((heading) => heading !== '');
    return filled.length > 1 && headings.every((heading, index) => heading === (this.cells[index] ?? ''));
  }

  /** Lines such as 合计 and 填表人 below a register. */
  isRemark(): boolean {
    const filled = this.cells.filter((cell) => cell !== '');
    if (/^(合计|总计|小计|共计|填表|填报|制表|注[:：]|说明[:：])/u.test(plainText(filled[0] ?? ''))) return true;
    if (filled.length > 2) return false;
    const dated = (['receivedOn', 'acceptedOn', 'concludedOn'] as const).some((field) => this.#cell(field) !== '');
    return !dated && (this.#cell('title') === '' || this.#cell('title') === filled[0]);
  }

  /** A formula without a stored value and an error value are no text of any field. Further problems of it add nothing. */
  refuseFormulas(): void {
    for (const field of fields) {
      const text = this.#cell(field);
      if (text.startsWith('=')) this.#refuse(field, 'row.formula', '是公式而文件里没有它的值，请改为填写值');
      else if (errorValue.test(plainText(text)))
        this.#refuse(field, 'row.formula', `“${text}”是表格软件的错误值，请改为填写值`);
      else continue;
      this.#unread.add(field);
    }
  }

  read(): ReadRow {
    const title = this.#text('title');
    if (title === '') this.#missing('title', '没有事项名称，请填写');
    const definition = this.#category();
    const received = this.#date('receivedOn');
    const accepted = this.#date('acceptedOn');
    const concludedOn = this.#date('concludedOn');
    const filedOn = this.#date('filedOn');
    const receivedOn = received ?? accepted;
    if (receivedOn === null && this.#cell('receivedOn') === '' && this.#cell('acceptedOn') === '') {
      this.#missing('receivedOn', '没有收件日期，也没有受理日期，请至少填写一个');
    }
    this.#order({ receivedOn, acceptedOn: accepted, concludedOn, filedOn });
    const status = this.#status(concludedOn);
    const number = this.#number(concludedOn);
    const conclusion = this.#conclusion(definition, concludedOn);
    const dates = [receivedOn, concludedOn];
    if (definition === null || receivedOn === null) return { row: null, number, title, dates };
    const record: RegisterRecord = {
      unit: this.#text('unit') || this.basis.mapping.defaults.unit || null,
      receivedOn: received,
      acceptedOn: accepted,
      reviewer: this.#text('reviewer') || null,
      adviser: this.#text('adviser') || null,
      conclusion,
      number: number?.text ?? null,
      concludedOn,
      filedOn,
      status: this.#text('status') || null,
      note: this.#text('note') || null,
    };
    const row: RegisterRow = {
      title,
      definition,
      conclusion: Object.entries(conclusionLabels(definition)).find(([, label]) => label === conclusion)?.[0] ?? null,
      outcome: outcomes[status],
      record,
    };
    return { row, number, title, dates };
  }

  #cell(field: Field): string {
    const column = this.basis.mapping.columns[field];
    return column === undefined ? '' : (this.cells[column] ?? '');
  }

  #refuse(field: Field, code: RowProblemCode, message: string): void {
    if (this.#unread.has(field)) return;
    const column = this.basis.mapping.columns[field];
    const heading = column === undefined ? fieldLabels[field] : this.basis.headings[column] || fieldLabels[field];
    this.problems.push({ column: heading, code, message: `${message}。` });
  }

  #missing(field: Field, message: string): void {
    this.#refuse(field, 'row.missing', message);
  }

  #text(field: Field): string {
    const text = isBlank(this.#cell(field)) ? '' : this.#cell(field).trim();
    const maxLength = lengths[field] ?? 200;
    if (!isStorable(text)) this.#refuse(field, 'row.text', '含有无法保存的字符，请删除后重新填写');
    else if (text.length > maxLength) this.#refuse(field, 'row.text', `超过${maxLength}字，请缩短`);
    return text;
  }

  #date(field: 'receivedOn' | 'acceptedOn' | 'concludedOn' | 'filedOn'): CivilDate | null {
    const text = this.#cell(field);
    if (isBlank(text)) return null;
    const date = readDate(text);
    if (date === null) {
      this.#refuse(field, 'row.date', `“${text.slice(0, 40)}”${dateFault(text)}，请写作 2023-02-08 的形式`);
      return null;
    }
    if (date < earliest) this.#refuse(field, 'row.date', `${date}早于${earliest}，请核对年份`);
    if (date > this.basis.today) this.#refuse(field, 'row.date-future', `${date}晚于今天，请核对`);
    return date;
  }

  #order(dates: Partial<Record<Field, CivilDate | null>>): void {
    const inOrder = (Object.entries(dates) as [Field, CivilDate | null][]).filter(([, date]) => date !== null);
    for (const [index, [field, date]] of inOrder.entries()) {
      const before = inOrder[index - 1];
      if (before === undefined || (before[1] ?? '') <= (date ?? '')) continue;
      const words = `${fieldLabels[field]}${date}早于${fieldLabels[before[0]]}${before[1]}，请核对这两个日期`;
      this.#refuse(field, 'row.date-order', words);
    }
  }

  #category(): Definition | null {
    const text = this.#cell('category') || this.basis.mapping.defaults.category || '';
    const known = this.basis.definitions.map(({ label }) => label).join('、');
    if (text === '') {
      this.#missing('category', `没有类别，请填写（${known}）`);
      return null;
    }
    const exact = this.basis.definitions.find(({ label }) => label === plainText(text));
    if (exact !== undefined) return exact;
    const loose = this.basis.definitions.filter(({ label }) => looseLabel(label) === looseLabel(text));
    if (loose.length === 1 && loose[0] !== undefined) return loose[0];
    this.#refuse('category', 'row.category', `没有类别“${text.slice(0, 40)}”，请改为：${known}`);
    return null;
  }

  #conclusion(definition: Definition | null, concludedOn: CivilDate | null): string | null {
    const text = plainText(this.#text('conclusion')).replace(/[。;；]$/u, '');
    if (definition === null || concludedOn === null) return null;
    const labels = Object.values(conclusionLabels(definition));
    const known = labels.join('、');
    const found = labels.find((label) => label === text) ?? null;
    if (text !== '' && found === null) {
      const words = `${definition.label}没有“${text.slice(0, 40)}”这种结论，请改为：${known}`;
      this.#refuse('conclusion', 'row.conclusion', words);
    }
    return found;
  }

  #number(concludedOn: CivilDate | null): NumberParts | null {
    const text = this.#cell('number');
    if (isBlank(text)) return null;
    const number = readNumber(text);
    if (number === null) {
      this.#refuse('number', 'row.number', `“${text.slice(0, 40)}”不是文号，请写作 合审〔2023〕4号 的形式`);
    } else if (concludedOn === null) {
      this.#refuse('number', 'row.number', '有文号而没有审结日期，请补填审结日期');
    } else if (number.year !== Number(concludedOn.slice(0, 4))) {
      // The year of a number is the year of issue.
      this.#refuse('number', 'row.number-year', `文号的年份${number.year}与审结日期${concludedOn}不符，请核对`);
    }
    return number;
  }

  #status(concludedOn: CivilDate | null): Status {
    const text = plainText(this.#cell('status'));
    // Towns without that column write a refusal into the notes.
    const reason = text === '' && concludedOn === null ? plainText(this.#cell('note')) : text;
    const ended = /不予(审核|审查|受理)/.test(reason)
      ? ('不予审核' as const)
      : /撤回|撤销/.test(reason)
        ? ('撤回' as const)
        : /退回|退件/.test(reason)
          ? ('退回' as const)
          : null;
    if (ended !== null) {
      if (concludedOn !== null) this.#refuse('status', 'row.status', `状态是“${text}”，却有审结日期，请核对`);
      return ended;
    }
    if (concludedOn !== null) {
      if (/在办|办理中|审查中|未审结|未办结/.test(text)) {
        this.#refuse('status', 'row.status', `状态是“${text}”，却有审结日期，请核对`);
      }
      return '审结';
    }
    if (/^(已)?(审结|办结|完成|归档|备案)/.test(text)) {
      this.#missing('concludedOn', `状态是“${text}”，却没有审结日期，请填写`);
    }
    return '在办';
  }
}

/** Nothing, or what registers and the export write for it. */
function isBlank(text: string): boolean {
  return /^(?:[-—–/无]*|未记载)$/u.test(plainText(text));
}

/** 重大合同, 合同 and 重要合同 match one category where no other matches the rest of the name. */
export function looseLabel(text: string): string {
  return plainText(text).replace(/重大|重要|行政|类$/gu, '');
}
