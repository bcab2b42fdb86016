import { Module } from '@nestjs/common';
import { CaseListService } from './case-list.service.ts';
import { CaseClocksController } from './case-clocks.controller.ts';
import { CasesController } from './cases.controller.ts';

@Module({ controllers: [CasesController, CaseClocksController], providers: [CaseListService] })
export class CasesModule {}
