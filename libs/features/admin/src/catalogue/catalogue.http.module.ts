import { Module } from '@nestjs/common';
import { CalendarAdministrationController } from './calendar-administration.controller.ts';
import { CalendarController } from './calendar.controller.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { DefinitionsController } from './definitions.controller.ts';
import { RuleSetsController } from './rule-sets/rule-sets.controller.ts';
import { VersionsController } from './versions/versions.controller.ts';

@Module({
  imports: [CatalogueModule],
  controllers: [
    DefinitionsController,
    VersionsController,
    CalendarController,
    CalendarAdministrationController,
    RuleSetsController,
  ],
})
export class CatalogueHttpModule {}
