import type { Tables, TablesOf } from '@lawgate/database';
import { ArchiveHandOverCaseEntity, ArchiveHandOverEntity, PageCountEntity } from './archive/archive.entity.ts';
import { ProofPackDownloadEntity, ProofPackEntity } from './proof-pack/proof-pack.entity.ts';

/** The tables that only this feature reads. */
export const caseFileEntities = [
  PageCountEntity,
  ArchiveHandOverEntity,
  ArchiveHandOverCaseEntity,
  ProofPackEntity,
  ProofPackDownloadEntity,
] as const;

export interface CaseFileTables extends Tables, TablesOf<typeof caseFileEntities> {}
