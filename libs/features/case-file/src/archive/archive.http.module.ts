import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.ts';
import { ArchiveModule } from './archive.module.ts';

@Module({ imports: [ArchiveModule], controllers: [ArchiveController] })
export class ArchiveHttpModule {}
