import { readTable, type DayRow, type ReadTable } from '@lawgate/calendar';
import { Problem, ProblemError, type Principal } from '@lawgate/contracts';
import { AuditTrail, CalendarImports, type WrittenChange } from '@lawgate/cases';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangedView,
  ChangesView,
  ImportRequest,
  OverrideDate,
  OverrideRequest,
  PreviewRequest,
  PreviewView,
} from './calendar-views.ts';

/** Administrators have the scope `none`: they change the calendar for everybody without access to cases. */
const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'calendar.administrator-only',
  detail: '节假日安排由系统管理员维护。请用系统管理员账号登录。',
};

@ApiTags('calendar')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
@Roles(administratorOnly)
@Controller('api/calendar')
export class CalendarAdministrationController {
  constructor(
    private readonly imports: CalendarImports,
    private readonly audit: AuditTrail,
  ) {}

  @Post('imports/preview')
  @HttpCode(200)
  @ApiOperation({ summary: '预览节假日安排：读到的日期、问题、差异和受影响的期限；不写入' })
  @ApiResponse({ status: 200, standardSchema: PreviewView })
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: PreviewRequest }) { format, text, year }: PreviewRequest,
  ): Promise<PreviewView> {
    const table = readTable(format, text, year ?? null);
    const read = { year: table.year, days: table.days.map(plainDay), problems: [...table.problems] };
    if (table.year === null || table.days.length === 0) {
      return { ...read, diff: { added: [], removed: [], changed: [] }, present: false, affected: 0 };
    }
    const { diff, present, consequences } = await this.imports.preview({ year: table.year, days: table.days });
    return { ...read, diff: plainDiff(diff), present, affected: consequences.count };
  }

  @Post('imports')
  @ApiOperation({
    summary: '导入一年的节假日安排',
    description: '已有安排的年份须明确 replace。导入后重新计算所有未结期限，期限有变动的案件各记一条办理记录。',
  })
  @ApiResponse({ status: 201, standardSchema: ChangedView })
  async import(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: ImportRequest }) { format, text, year, replace, documentNumber }: ImportRequest,
  ): Promise<ChangedView> {
    const table = requireSound(readTable(format, text, year ?? null));
    const written = await this.imports.write(table, { replace, documentNumber, by: principal });
    await this.audit.record({
      orgId: principal.orgId,
      actor: principal,
      action: 'calendar.imported',
      subject: { kind: 'year', id: String(table.year) },
      detail: { documentNumber, revision: written.revision },
    });
    return changedView(table.year, written);
  }

  @Get('changes')
  @Roles({ ...administratorOnly, roles: ['administrator', 'security-administrator', 'auditor'] })
  @ApiOperation({ summary: '日历变动记录：谁、何时、依据什么文号改了什么' })
  @ApiResponse({ status: 200, standardSchema: ChangesView })
  async changes(): Promise<ChangesView> {
    const changes = await this.imports.changes();
    return {
      items: changes.map(({ enteredBy, enteredByName, enteredAt, ...change }) => ({
        ...change,
        by: enteredBy === null ? null : { id: enteredBy, name: enteredByName },
        at: enteredAt.toISOString(),
      })),
    };
  }

  @Put('overrides/:date')
  @ApiOperation({ summary: '本地调整一日：放假或上班，须有文号；优先于国务院办公厅的安排' })
  @ApiResponse({ status: 200, standardSchema: ChangedView })
  async put(
    @CurrentPrincipal() principal: Principal,
    @Param('date', { schema: OverrideDate }) date: string,
    @Body({ schema: OverrideRequest }) { kind, documentNumber }: OverrideRequest,
  ): Promise<ChangedView> {
    const written = await this.imports.putOverride({ date, kind, documentNumber }, principal);
    return changedView(Number(date.slice(0, 4)), written);
  }

  @Delete('overrides/:date')
  @ApiOperation({ summary: '撤销一日的本地调整' })
  @ApiResponse({ status: 200, standardSchema: ChangedView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('date', { schema: OverrideDate }) date: string,
  ): Promise<ChangedView> {
    return changedView(Number(date.slice(0, 4)), await this.imports.removeOverride(date, principal));
  }
}

/** @throws ProblemError 422 with the code of the first problem, and all of them as issues */
function requireSound(table: ReadTable): { year: number; days: readonly DayRow[] } {
  const { year, days, problems } = table;
  const first = problems[0];
  if (first === undefined && year !== null) return { year, days };
  const more = problems.length > 1 ? `（共${problems.length}处问题）` : '';
  throw new ProblemError(
    422,
    first?.code ?? 'calendar.year-unclear',
    `没有导入${more}：${first?.message ?? '请填写年份。'}`,
    {
      issues: problems.map(({ message, phrase }) => ({ path: phrase ?? 'text', message })),
    },
  );
}

function changedView(year: number, { revision, diff, consequences }: WrittenChange): ChangedView {
  return {
    year,
    unchanged: revision === null,
    diff: plainDiff(diff),
    count: revision === null ? 0 : consequences.count,
    recomputed:
      revision === null
        ? []
        : consequences.moved.map(({ caseId, key, from, to }) => ({ caseId, clock: key, from, to })),
  };
}

function plainDiff({ added, removed, changed }: WrittenChange['diff']): ChangedView['diff'] {
  return { added: added.map(plainDay), removed: removed.map(plainDay), changed: [...changed] };
}

function plainDay({ date, kind, name }: { date: string; kind: 'off' | 'work'; name?: string | undefined }) {
  return { date, kind, ...(name === undefined ? {} : { name }) };
}
