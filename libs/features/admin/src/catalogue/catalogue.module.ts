import { APP_POOL, CLOCK, type Clock } from '@lawgate/database';
import { CalendarImports, CalendarStore } from '@lawgate/cases';
import { Module } from '@nestjs/common';
import type pg from 'pg';
import { CalendarAdministrationController } from './calendar-administration.controller.ts';
import { CalendarController } from './calendar.controller.ts';
import { DefinitionsController } from './definitions.controller.ts';
import { RuleSetsController } from './rule-sets/rule-sets.controller.ts';
import { RuleSetsService } from './rule-sets/rule-sets.service.ts';

@Module({
  controllers: [DefinitionsController, CalendarController, CalendarAdministrationController, RuleSetsController],
  providers: [
    RuleSetsService,
    {
      provide: CalendarImports,
      useFactory: (pool: pg.Pool, calendars: CalendarStore, clock: Clock) =>
        new CalendarImports(pool, calendars, clock),
      inject: [APP_POOL, CalendarStore, CLOCK],
    },
  ],
})
export class CatalogueModule {}
