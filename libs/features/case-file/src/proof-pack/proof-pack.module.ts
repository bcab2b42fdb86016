import { Module } from '@nestjs/common';
import { ProofPacksController } from './proof-packs.controller.ts';
import { ProofPacksService } from './proof-packs.service.ts';

@Module({ controllers: [ProofPacksController], providers: [ProofPacksService] })
export class ProofPackModule {}
