import { APP_POOL, CLOCK, type Clock } from '@lawgate/database';
import { CalendarImports, CalendarStore } from '@lawgate/cases';
import { Module } from '@nestjs/common';
import type pg from 'pg';
import { RuleSetsService } from './rule-sets/rule-sets.service.ts';
import { VersionsService } from './versions/versions.service.ts';

@Module({
  providers: [
    RuleSetsService,
    VersionsService,
    {
      provide: CalendarImports,
      useFactory: (pool: pg.Pool, calendars: CalendarStore, clock: Clock) =>
        new CalendarImports(pool, calendars, clock),
      inject: [APP_POOL, CalendarStore, CLOCK],
    },
  ],
  exports: [RuleSetsService, VersionsService, CalendarImports],
})
export class CatalogueModule {}
