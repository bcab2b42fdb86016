import { nameSchemas, Problem } from '@lawgate/contracts';
import { Public } from '@lawgate/http';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { QUEUE_PARTS, type QueueParts } from './queue/queue-parts.ts';
import { requireReady } from './queue/readiness.ts';

const Health = z.object({ status: z.literal('ok') });
nameSchemas(import.meta.url, { Health });

@ApiTags('health')
@Public()
@Controller('api/health')
export class HealthController {
  constructor(@Inject(QUEUE_PARTS) private readonly parts: QueueParts) {}

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
    await requireReady(this.parts);
    return { status: 'ok' };
  }
}
