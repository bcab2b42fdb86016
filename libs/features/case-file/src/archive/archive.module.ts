import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.ts';
import { ArchiveService } from './archive.service.ts';
import { HandOversService } from './hand-overs.service.ts';

@Module({ controllers: [ArchiveController], providers: [ArchiveService, HandOversService] })
export class ArchiveModule {}
