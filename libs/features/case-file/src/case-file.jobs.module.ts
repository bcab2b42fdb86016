import { Module } from '@nestjs/common';
import { ProofPackExpiryJob, ProofPackJob, ProofPackMaker } from './proof-pack/proof-pack.jobs.ts';

/** What the worker does for the file of a case. */
@Module({ providers: [ProofPackMaker, ProofPackJob, ProofPackExpiryJob] })
export class CaseFileJobsModule {}
