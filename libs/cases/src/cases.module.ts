import { Module } from '@nestjs/common';
import { CaseListService } from './case-list.service.ts';
import { CasesController } from './cases.controller.ts';

@Module({ controllers: [CasesController], providers: [CaseListService] })
export class CasesModule {}
