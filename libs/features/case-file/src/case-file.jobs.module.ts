import { Module } from '@nestjs/common';
import { ProofPackExpiryJob, ProofPackJob, ProofPackMaker } from './proof-pack/proof-pack.jobs.ts';

/** Jobs of the worker for the case file. */
@Module({ providers: [ProofPackMaker, ProofPackJob, ProofPackExpiryJob] })
export class CaseFileJobsModule {}
