import { Module } from '@nestjs/common';
import { RecordedCasesController } from './recorded-cases.controller.ts';
import { CaseClocksController } from './case-clocks.controller.ts';
import { CasesController } from './cases.controller.ts';
import { CasesModule } from './cases.module.ts';

@Module({ imports: [CasesModule], controllers: [CasesController, CaseClocksController, RecordedCasesController] })
export class CasesHttpModule {}
