import { CalendarError, dueDate } from '@lawgate/calendar';
import { Problem, ProblemError } from '@lawgate/contracts';
import { CalendarImports, CalendarStore } from '@lawgate/cases';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DaysQuery, DaysView } from './calendar-views.ts';
import { CalendarYears, DueQuery, DueView } from './views.ts';

@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly imports: CalendarImports,
  ) {}

  @Get('due')
  @ApiOperation({
    summary: '期限计算：从某日起若干工作日或自然日',
    description:
      '起算当日不计入（民法典第二百零一条）；自然日期限的最后一日是休息日的，顺延至下一工作日（第二百零三条）。',
  })
  @ApiResponse({ status: 200, standardSchema: DueView })
  @ApiResponse({ status: 422, standardSchema: Problem })
  due(@Query({ schema: DueQuery }) { from, days, unit }: DueQuery): DueView {
    const { due, rolled, counted, provisional } = inWords(() =>
      dueDate(this.calendars.current(), from, { value: days, unit }),
    );
    return { from, days, unit, due, ...(unit === 'day' ? { rolled } : {}), counted, provisional };
  }

  @Get('years')
  @ApiOperation({ summary: '已有国务院办公厅节假日安排的年份' })
  @ApiResponse({ status: 200, standardSchema: CalendarYears })
  years(): CalendarYears {
    const years = [...this.calendars.current().years];
    return { years, latest: years.at(-1) ?? null };
  }

  @Get('days')
  @ApiOperation({ summary: '一年的放假与上班安排，以及本地调整' })
  @ApiResponse({ status: 200, standardSchema: DaysView })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async days(@Query({ schema: DaysQuery }) { year }: DaysQuery): Promise<DaysView> {
    const { days, overrides } = await this.imports.days(year);
    return {
      year,
      provisional: days.length === 0,
      source: days[0]?.source ?? null,
      days: days.map(({ date, kind, name }) => ({ date, kind, ...(name === undefined ? {} : { name }) })),
      overrides: overrides.map(({ date, kind, documentNumber, enteredAt }) => ({
        date,
        kind,
        documentNumber,
        enteredAt: enteredAt.toISOString(),
      })),
    };
  }
}

/**
 * A calculation that the calendar refuses (a date past the year 9999) is the caller's mistake, not a fault of the
 * server.
 */
function inWords<T>(count: () => T): T {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarError) throw new ProblemError(422, error.code, error.message);
    throw error;
  }
}
