import { Problem } from '@lawgate/contracts';
import { Public } from '@lawgate/http';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { QUEUE_PARTS, type QueueParts } from './queue/queue-parts.ts';
import { requireReady } from './queue/readiness.ts';

@ApiTags('health')
@Public()
@Controller('api/health')
export class HealthController {
  constructor(@Inject(QUEUE_PARTS) private readonly parts: QueueParts) {}

  @Get('live')
  @ApiOperation({ summary: '进程在运行' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: '可以接受请求：数据库和队列可用，提醒和通知没有积压' })
  @ApiResponse({ status: 503, standardSchema: Problem })
  async ready(): Promise<{ status: 'ok' }> {
    await requireReady(this.parts);
    return { status: 'ok' };
  }
}
