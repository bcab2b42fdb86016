import { Module } from '@nestjs/common';
import { CopiesService } from './copies.service.ts';
import { InboxService } from './inbox.service.ts';
import { UrgesService } from './urges.service.ts';

const services = [InboxService, UrgesService, CopiesService];

@Module({ providers: services, exports: services })
export class RemindersModule {}
