import { Module } from '@nestjs/common';
import { CaseListService } from './case-list.service.ts';
import { CaseRefusalsService } from './case-refusals.service.ts';
import { OverviewService } from './overview.service.ts';
import { TaskQueueService } from './task-queue.service.ts';

const services = [CaseListService, CaseRefusalsService, TaskQueueService, OverviewService];

@Module({ providers: services, exports: services })
export class CasesModule {}
