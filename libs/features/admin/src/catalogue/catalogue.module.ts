import { APP_POOL, CLOCK, type Clock } from '@lawgate/database';
import { CalendarImports, CalendarStore } from '@lawgate/cases';
import { Module } from '@nestjs/common';
import type pg from 'pg';
import { RuleSetsService } from './rule-sets/rule-sets.service.ts';

@Module({
  providers: [
    RuleSetsService,
    {
      provide: CalendarImports,
      useFactory: (pool: pg.Pool, calendars: CalendarStore, clock: Clock) =>
        new CalendarImports(pool, calendars, clock),
      inject: [APP_POOL, CalendarStore, CLOCK],
    },
  ],
  exports: [RuleSetsService, CalendarImports],
})
export class CatalogueModule {}
