import { Module } from '@nestjs/common';
import { JobsService } from './jobs.service.ts';

/** Background work, for the operator. */
@Module({ providers: [JobsService], exports: [JobsService] })
export class BackgroundModule {}
