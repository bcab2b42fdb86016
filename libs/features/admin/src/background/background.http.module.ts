import { Module } from '@nestjs/common';
import { BackgroundModule } from './background.module.ts';
import { JobsController } from './jobs.controller.ts';

@Module({ imports: [BackgroundModule], controllers: [JobsController] })
export class BackgroundHttpModule {}
