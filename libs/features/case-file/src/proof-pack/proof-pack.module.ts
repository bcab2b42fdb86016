import { Module } from '@nestjs/common';
import { ProofPacksService } from './proof-packs.service.ts';

@Module({ providers: [ProofPacksService], exports: [ProofPacksService] })
export class ProofPackModule {}
