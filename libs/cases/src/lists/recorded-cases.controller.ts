import { CaseView, EnterDatesRequest, Problem, type Principal } from '@lawgate/contracts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { CurrentPrincipal, idempotencyOf } from '@lawgate/http';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { caseId } from './cases.controller.ts';
import { toCaseView } from './case-view.ts';

/** Cases that were taken over from a register (补录). */
@ApiTags('cases')
@Controller('api/cases/:id/recorded')
export class RecordedCasesController {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly calendars: CalendarStore,
  ) {}

  @Post('dates')
  @HttpCode(200)
  @ApiOperation({
    summary: '补记日期：启动补录事项办结以后的期限，例如付款、合同期限、有效期',
    description: '内容由类别的定义规定，见 /api/definitions/:key 的 recordedDates。每种期限只能登记一次。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 200, standardSchema: CaseView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async enterDates(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: EnterDatesRequest }) { dates, expectedVersion }: EnterDatesRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<CaseView> {
    const idempotency = idempotencyOf(key, { case: id, dates });
    const answer = await this.runtime.recorded.enterDates(
      principal,
      { caseId: caseId(id), dates, expectedVersion, idempotency },
      (loaded, env, ruleSet) =>
        toCaseView(this.runtime.definitions.ofCase(loaded.stored), loaded, env, ruleSet, this.calendars.current()),
    );
    return answer.body;
  }
}
