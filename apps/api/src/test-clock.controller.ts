import { nameSchemas } from '@lawgate/contracts';
import { APP_POOL, CLOCK, typedQueries, type SimulatedClock, type Tables } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { Public } from '@lawgate/http';
import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { z } from 'zod';

const SetClock = z.strictObject({
  at: z.iso.datetime({ offset: true, message: '时间应写作 2023-04-20T09:00:00+08:00 的形式' }),
});

const TestClock = z.object({ at: z.string() });

nameSchemas(import.meta.url, { SetClock, TestClock });

/** Added to the app only with LAWGATE_CLOCK=simulated; otherwise the route does not exist. */
@ApiTags('test')
@Public()
@Controller('api/test/clock')
export class TestClockController {
  constructor(
    @Inject(CLOCK) private readonly clock: SimulatedClock,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly runtime: CaseRuntime,
  ) {}

  @Get()
  @ApiOperation({ summary: '模拟时钟的当前时间' })
  @ApiResponse({ status: 200, standardSchema: TestClock })
  read(): z.infer<typeof TestClock> {
    return { at: this.clock.now().toISOString() };
  }

  @Put()
  @ApiOperation({ summary: '设定模拟时钟' })
  @ApiResponse({ status: 200, standardSchema: TestClock })
  async set(@Body({ schema: SetClock }) body: z.infer<typeof SetClock>): Promise<z.infer<typeof TestClock>> {
    const at = new Date(body.at);
    await typedQueries<Tables>(this.pool)
      .insertInto('simulated_clock')
      .values({ at })
      .onConflict((conflict) => conflict.column('onlyRow').doUpdateSet({ at }))
      .execute();
    this.clock.set(at);
    this.runtime.events.emit('workEnqueued');
    return { at: at.toISOString() };
  }
}
