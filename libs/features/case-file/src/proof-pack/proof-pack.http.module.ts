import { Module } from '@nestjs/common';
import { ProofPackModule } from './proof-pack.module.ts';
import { ProofPacksController } from './proof-packs.controller.ts';

@Module({ imports: [ProofPackModule], controllers: [ProofPacksController] })
export class ProofPackHttpModule {}
