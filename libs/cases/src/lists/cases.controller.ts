import {
  CaseQuery,
  CaseSummary,
  CaseTemplate,
  CaseView,
  CreateCaseRequest,
  nameSchemas,
  OverviewView,
  type Principal,
  Problem,
  QueueTask,
  RefusalMetView,
  RefusalsQuery,
  SendEventRequest,
  TaskCounts,
  TaskQuery,
  CaseId,
  notFound,
} from '@lawgate/contracts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { CurrentPrincipal, idempotencyOf } from '@lawgate/http';
import type { Render } from '../commit/answers.ts';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CaseListService, type Page } from './case-list.service.ts';
import { CaseRefusalsService } from './case-refusals.service.ts';
import { toCaseTemplate, toCaseView } from './case-view.ts';
import { OverviewService } from './overview.service.ts';
import { TaskQueueService } from './task-queue.service.ts';

const CasePage = z.object({ items: z.array(CaseSummary), next: z.string().nullable() });
const RefusalMetPage = z.object({ items: z.array(RefusalMetView), next: z.string().nullable() });
const TaskPage = z.object({ items: z.array(QueueTask), next: z.string().nullable() });

nameSchemas(import.meta.url, { CasePage, RefusalMetPage, TaskPage });

/** The two methods of a reply that this controller uses. */
interface Reply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

@ApiTags('cases')
@Controller('api')
export class CasesController {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly calendars: CalendarStore,
    private readonly lists: CaseListService,
    private readonly refusalsMet: CaseRefusalsService,
    private readonly queue: TaskQueueService,
    private readonly overviews: OverviewService,
  ) {}

  @Post('cases')
  @HttpCode(201)
  @ApiOperation({
    summary: '新建送审案件（草稿）',
    description: '除类别和名称外的字段由类别的定义规定，见 /api/definitions。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, standardSchema: CaseView })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: CreateCaseRequest }) body: z.infer<typeof CreateCaseRequest>,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CaseView> {
    const { category, title, ...fields } = body;
    const answer = await this.runtime.create(
      principal,
      { category, title, fields, idempotency: idempotencyOf(key, { create: body }) },
      this.#render(),
    );
    reply.header('location', `/api/cases/${answer.body.id}`);
    return answer.body;
  }

  @Get('cases')
  @ApiOperation({ summary: '案件列表：筛选、检索，按键翻页' })
  @ApiResponse({ status: 200, standardSchema: CasePage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: CaseQuery }) query: CaseQuery,
  ): Promise<Page<CaseSummary>> {
    return this.lists.cases(principal, query);
  }

  @Get('cases/:id')
  @ApiOperation({ summary: '案件：时限、任务、现在可办的动作、材料、意见、经过' })
  @ApiResponse({ status: 200, standardSchema: CaseView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async read(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<CaseView> {
    const { case: loaded, env, ruleSet } = await this.runtime.read(principal, caseId(id));
    return this.#render()(loaded, env, ruleSet);
  }

  @Get('cases/:id/refusals')
  @ApiOperation({
    summary: '经过中被规则拒绝的办理：何人、何时、办理什么、被哪些规则拒绝，按键翻页',
    description: '与案件经过的读者相同；新的在前。同一人在案件同一版本就同一动作被同样的规则拒绝，只记一次。',
  })
  @ApiResponse({ status: 200, standardSchema: RefusalMetPage })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  refusals(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: RefusalsQuery }) query: RefusalsQuery,
  ): Promise<Page<RefusalMetView>> {
    return this.refusalsMet.list(principal, caseId(id), query);
  }

  @Get('cases/:id/template')
  @ApiOperation({
    summary: '复制送审信息：以一个案件的填报项作新案件的底稿',
    description: '材料不复制，只列出当时报送的名称；新案件仍须逐项报送。',
  })
  @ApiResponse({ status: 200, standardSchema: CaseTemplate })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async template(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<CaseTemplate> {
    const { case: loaded } = await this.runtime.read(principal, caseId(id));
    return toCaseTemplate(this.runtime.definitions.newest(loaded.category), loaded);
  }

  @Post('cases/:id/events')
  @HttpCode(200)
  @ApiOperation({ summary: '办理：向案件发送一个动作' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 200, standardSchema: CaseView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async send(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: SendEventRequest }) body: SendEventRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<CaseView> {
    const { type, payload, overrides, expectedVersion } = body;
    this.runtime.refuseReserved(type);
    const answer = await this.runtime.send(
      principal,
      {
        caseId: caseId(id),
        event: { type, payload, ...(overrides === undefined ? {} : { overrides }) },
        expectedVersion,
        idempotency: idempotencyOf(key, { case: id, body }),
      },
      this.#render(),
    );
    return answer.body;
  }

  @Get('tasks')
  @ApiOperation({ summary: '我的待办' })
  @ApiResponse({ status: 200, standardSchema: TaskPage })
  tasks(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: TaskQuery }) query: TaskQuery,
  ): Promise<Page<z.infer<typeof QueueTask>>> {
    return this.queue.tasks(principal, query);
  }

  @Get('tasks/counts')
  @ApiOperation({ summary: '我的待办的件数：今天到期、逾期，按类别、按环节' })
  @ApiResponse({ status: 200, standardSchema: TaskCounts })
  counts(@CurrentPrincipal() principal: Principal): Promise<TaskCounts> {
    return this.queue.counts(principal);
  }

  @Get('overview')
  @ApiOperation({
    summary: '总览：在办、逾期、本周到期、本年审结，按类别、按镇、按环节',
    description: '每个数字附其案件清单的查询（list），接在 /api 之后即为清单的地址。',
  })
  @ApiResponse({ status: 200, standardSchema: OverviewView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  overview(@CurrentPrincipal() principal: Principal): Promise<OverviewView> {
    return this.overviews.overview(principal);
  }

  #render(): Render<CaseView> {
    return (loaded, env, ruleSet) =>
      toCaseView(this.runtime.definitions.ofCase(loaded.stored), loaded, env, ruleSet, this.calendars.current());
  }
}

/** @throws ProblemError 404 for a malformed id, as for an unknown one. */
export function caseId(text: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound('该案件');
  return parsed.data.toLowerCase();
}
