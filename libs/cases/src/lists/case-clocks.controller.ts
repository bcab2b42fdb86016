import { CaseView, Problem, SettleClockRequest, type Principal } from '@lawgate/contracts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { CurrentPrincipal, idempotencyOf } from '@lawgate/http';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { caseId } from './cases.controller.ts';
import { toCaseView } from './case-view.ts';

/** Clocks that run independently of the steps of a case, also after it is archived. */
@ApiTags('cases')
@Controller('api/cases/:id/clocks/:key')
export class CaseClocksController {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly calendars: CalendarStore,
  ) {}

  @Post('settle')
  @HttpCode(200)
  @ApiOperation({
    summary: '登记期限所待事项已经办理，例如一期付款；案件归档后也可以登记',
    description: '只用于视图中带有 settle 的期限。登记后不再提醒。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 200, standardSchema: CaseView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async settle(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body({ schema: SettleClockRequest }) body: SettleClockRequest,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
  ): Promise<CaseView> {
    const { on, note, expectedVersion } = body;
    const answer = await this.runtime.clocks.settle(
      principal,
      {
        caseId: caseId(id),
        key,
        settlement: { on, note },
        expectedVersion,
        idempotency: idempotencyOf(idempotencyKey, { case: id, settle: key, body }),
      },
      (loaded, env, ruleSet) =>
        toCaseView(this.runtime.definitions.ofCase(loaded.stored), loaded, env, ruleSet, this.calendars.current()),
    );
    return answer.body;
  }
}
