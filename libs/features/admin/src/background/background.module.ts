import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.ts';
import { JobsService } from './jobs.service.ts';

/** Background work, for the operator. */
@Module({ controllers: [JobsController], providers: [JobsService] })
export class BackgroundModule {}
