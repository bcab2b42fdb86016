import { Module } from '@nestjs/common';
import { CaseVerificationService } from './case-verification.service.ts';
import { ProofPacksService } from './proof-packs.service.ts';

@Module({
  providers: [ProofPacksService, CaseVerificationService],
  exports: [ProofPacksService, CaseVerificationService],
})
export class ProofPackModule {}
