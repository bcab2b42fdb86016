import { hash, timingSafeEqual } from 'node:crypto';
import { nameSchemas, Problem, ProblemError } from '@lawgate/contracts';
import { principalOf, Public, requireRole, Roles, Sessions } from '@lawgate/http';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { metricsType, queueMetricsText } from '../metrics/queue-metrics.ts';
import { administratorOnly, QUEUE_PARTS, type QueueParts } from './queue-parts.ts';

const seconds = z.number();
const QueueView = z.object({
  gauges: z.object({
    oldestDueTimer: seconds,
    outboxAge: seconds,
    queueDepth: z.number().nullable(),
    dueTimers: z.number(),
    undelivered: z.number(),
    deliveryLag: z.object({ p50: seconds.nullable(), p99: seconds.nullable() }),
    channelWaiting: z.number(),
    channelDead: z.number(),
  }),
  limits: z.object({ oldestDueTimer: seconds, outboxAge: seconds, queueDepth: z.number() }),
  backend: z.enum(['postgres', 'redis']),
});
type QueueView = z.infer<typeof QueueView>;

nameSchemas(import.meta.url, { Queue: QueueView });

@ApiTags('administration')
@Controller('api')
export class QueueController {
  constructor(
    @Inject(QUEUE_PARTS) private readonly parts: QueueParts,
    private readonly sessions: Sessions,
  ) {}

  @Get('administration/queue')
  @Roles(administratorOnly)
  @ApiOperation({ summary: '队列状况：等待时间、积压、送达用时（系统管理员）；另有页面 /api/administration/queues/' })
  @ApiResponse({ status: 200, standardSchema: QueueView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  async queue(): Promise<QueueView> {
    const { health, limits, queue } = this.parts;
    return { gauges: await health.measure(), limits, backend: queue.backend };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', metricsType)
  @ApiBearerAuth()
  @ApiOperation({
    summary:
      '同样的数值，以及请求、连接、写入用时和进程的数值，Prometheus 文本格式；系统管理员登录，或 LAWGATE_METRICS_TOKEN 令牌',
  })
  @ApiResponse({ status: 200, content: { 'text/plain': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 401, standardSchema: Problem })
  @ApiResponse({ status: 403, standardSchema: Problem })
  async metrics(@Req() request: FastifyRequest): Promise<string> {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) requireRole(await principalOf(this.sessions, request), administratorOnly);
    else requireToken(given, this.parts.metricsToken);
    const { health, metrics } = this.parts;
    // Without the database the gauges of the queue are absent; the metrics of the process are still returned.
    const gauges = await health.measure().catch(() => null);
    return [await metrics.text(), ...(gauges === null ? [] : [await queueMetricsText(gauges)])].join('\n');
  }
}

/** @throws ProblemError 401 `auth.required`; compares in constant time */
function requireToken(given: string, token: string | undefined): void {
  const same = token !== undefined && timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'));
  if (!same) throw new ProblemError(401, 'auth.required', '令牌不正确，或没有设置 LAWGATE_METRICS_TOKEN。');
}
