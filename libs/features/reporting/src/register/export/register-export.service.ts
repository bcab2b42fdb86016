/** The register as a workbook, with the columns in the order that towns use. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { Database } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { Injectable } from '@nestjs/common';
import type { ReportingTables } from '../../tables.ts';
import { statusLabelOf } from '../entries/entries.service.ts';
import type { RegisterEntry } from '../entries/entry-views.ts';
import { fieldLabels, fields, type Field } from '../import/columns.ts';
import { conclusionLabel } from '../conclusions.ts';
import { writeWorkbook, type WorkbookColumn } from '@lawgate/files';
import { sqlText } from '../../sql-text.ts';

export const registerStatement = {
  name: 'register-export',
  text: sqlText('register/register'),
};

/** Maximum rows of one file; a town has a few dozen a year. */
const maxRows = 20_000;

const widths: Readonly<Record<Field, number>> = {
  serial: 6,
  receivedOn: 12,
  unit: 14,
  title: 34,
  category: 14,
  acceptedOn: 12,
  reviewer: 10,
  adviser: 10,
  conclusion: 14,
  number: 20,
  concludedOn: 12,
  filedOn: 12,
  status: 10,
  note: 20,
};
const dated: readonly Field[] = ['receivedOn', 'acceptedOn', 'concludedOn', 'filedOn'];
const columns: readonly WorkbookColumn[] = fields.map((field) => ({
  heading: fieldLabels[field],
  width: widths[field],
  kind: field === 'serial' ? 'number' : dated.includes(field) ? 'date' : 'text',
}));

type ExportRow = Omit<Record<Field, string | null>, 'serial' | 'status' | 'note'> & {
  readonly category: string;
  readonly reason: string | null;
  readonly recorded: boolean;
  readonly outcome: Exclude<RegisterEntry['status'], 'open'> | null;
};

@Injectable()
export class RegisterExportService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /**
   * @returns an xlsx of the cases of the own organisation that were received or concluded in the year
   * @throws ProblemError 403 for people who do not see whole organisations
   */
  async export(principal: Principal, year: number): Promise<{ name: string; bytes: Buffer }> {
    if (principal.scope !== 'organisation') {
      throw new ProblemError(403, 'register.export-forbidden', '只有本机关的业务人员可以导出台账。');
    }
    const found = await this.database.as(principal, ({ client }) =>
      client.query<ExportRow>({ ...registerStatement, values: [principal.orgPath, year, maxRows + 1] }),
    );
    if (found.rows.length > maxRows) {
      throw new ProblemError(422, 'register.export-too-large', `${year}年的台账超过${maxRows}行，不能一次导出。`);
    }
    const title = `${principal.orgName}${year}年合法性审核台账`;
    const rows = found.rows.map((row, index) => this.#cells(row, index + 1));
    const bytes = writeWorkbook({ sheet: `${year}年台账`, title, columns, rows });
    return { name: `${title}.xlsx`, bytes };
  }

  #cells(row: ExportRow, serial: number): (string | number | null)[] {
    const cells: Record<Field, string | number | null> = {
      ...row,
      serial,
      category: this.definitions.find(row.category)?.label ?? row.category,
      conclusion: conclusionLabel(this.definitions, row),
      status: statusLabelOf(row, row.outcome ?? 'open'),
      note: row.outcome === 'concluded' && !row.recorded ? null : row.reason,
    };
    return fields.map((field) => cells[field] ?? (row.recorded ? '未记载' : null));
  }
}
