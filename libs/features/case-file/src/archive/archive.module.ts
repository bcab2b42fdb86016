import { Module } from '@nestjs/common';
import { ArchiveService } from './archive.service.ts';
import { HandOversService } from './hand-overs.service.ts';

const services = [ArchiveService, HandOversService];

@Module({ providers: services, exports: services })
export class ArchiveModule {}
