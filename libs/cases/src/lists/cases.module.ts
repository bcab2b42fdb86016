import { Module } from '@nestjs/common';
import { CaseListService } from './case-list.service.ts';
import { CaseClocksController } from './case-clocks.controller.ts';
import { CasesController } from './cases.controller.ts';
import { OverviewService } from './overview.service.ts';
import { TaskQueueService } from './task-queue.service.ts';

@Module({
  controllers: [CasesController, CaseClocksController],
  providers: [CaseListService, TaskQueueService, OverviewService],
})
export class CasesModule {}
