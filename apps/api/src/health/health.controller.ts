import { nameSchemas, Problem, ProblemError } from '@lawgate/contracts';
import { Public } from '@lawgate/http';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import { z } from 'zod';
import { QueueHealthIndicator } from './queue-health.indicator.ts';
import { notReady } from './readiness.ts';

const Health = z.object({ status: z.literal('ok') });
nameSchemas(import.meta.url, { Health });

@ApiTags('health')
@Public()
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly queue: QueueHealthIndicator,
  ) {}

  @Get('live')
  @ApiOperation({ summary: '进程在运行' })
  @ApiResponse({ status: 200, standardSchema: Health })
  live(): z.infer<typeof Health> {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: '可以接受请求：数据库和队列可用，提醒和通知没有积压' })
  @ApiResponse({ status: 200, standardSchema: Health })
  @ApiResponse({ status: 503, standardSchema: Problem })
  async ready(): Promise<z.infer<typeof Health>> {
    try {
      await this.health.check([() => this.queue.isReady('queue')]);
    } catch (error) {
      // Keeps the code and message of each reason. A process that is shutting down has none.
      throw error instanceof ServiceUnavailableException && !(error instanceof ProblemError) ? notReady() : error;
    }
    return { status: 'ok' };
  }
}
