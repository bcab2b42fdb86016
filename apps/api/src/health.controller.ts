import { ProblemError } from '@lawgate/contracts';
import { APP_POOL, Public } from '@lawgate/runtime';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';

@ApiTags('health')
@Public()
@Controller('api/health')
export class HealthController {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  @Get('live')
  @ApiOperation({ summary: '进程在运行' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: '可以接受请求（数据库可用）' })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.pool.query('select 1');
    } catch {
      throw new ProblemError(503, 'server.not-ready', '系统尚未就绪，请稍后再试。');
    }
    return { status: 'ok' };
  }
}
