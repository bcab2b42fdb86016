import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';
import { PersonEntity } from './people.entity.ts';

/** One version of one material. Its bytes are in the content store under `sha256`. */
export const DocumentEntity = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    kind: p.text(),
    name: p.text(),
    version: p.integer(),
    size: p.bigint('number'),
    mediaType: p.text(),
    sha256: p.text(),
    sm3: p.text(),
    uploadedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('uploaded_by'),
    uploadedAt: p.datetime(),
    round: p.integer().default(1),
    scan: p.enum(['not-scanned', 'clean', 'infected'] as const).default('not-scanned'),
    scanFinding: p.text().nullable(),
    scannedAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'document_case_id_kind_version_key', properties: ['caseId', 'kind', 'version'] },
    { name: 'document_id_case_path_key', properties: ['id', 'caseId', 'orgPath'] },
  ],
});

/** Why the text of a document could not be read. */
export type ReadProblem = 'encrypted' | 'damaged' | 'too-large' | 'too-slow';

/** A part of a text: so many of its lines. */
export interface StoredPart {
  readonly kind: string;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  readonly lines: number;
  /** True where the text was recognised from a picture. */
  readonly recognised?: boolean;
}

/** A part whose text was not read. */
export interface StoredUnread {
  readonly part: string;
  readonly page: number | null;
  readonly reason: string;
}

/** The text of a document, which the worker reads. */
export const DocumentTextEntity = defineEntity({
  name: 'DocumentText',
  tableName: 'document_text',
  properties: {
    documentId: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    state: p.enum(['pending', 'done', 'no-text', 'failed'] as const).default('pending'),
    code: p.text().$type<ReadProblem>().nullable(),
    attempts: p.integer().default(0),
    characters: p.integer().nullable(),
    pages: p.integer().nullable(),
    text: p.text().nullable(),
    insertions: p.integer().default(0),
    deletions: p.integer().default(0),
    macros: p.boolean().default(false),
    externalLinks: p.integer().default(0),
    parts: p.json<StoredPart[]>().default('[]'),
    unread: p.json<StoredUnread[]>().default('[]'),
    reader: p.integer().default(0),
    queuedAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});

/** A paper as its event fixed it. Append-only; its bytes are in the content store under `sha256`. */
export const PaperEntity = defineEntity({
  name: 'Paper',
  tableName: 'paper',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    caseId: p.uuid(),
    kind: p.text(),
    title: p.text(),
    numberText: p.text().nullable(),
    round: p.integer(),
    causeSeq: p.integer(),
    templateKey: p.text(),
    templateVersion: p.integer(),
    mediaType: p.text(),
    size: p.bigint('number'),
    sha256: p.text(),
    sm3: p.text(),
    signedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('signed_by').nullable(),
    signedByName: p.text().nullable(),
    madeAt: p.datetime(),
  },
  uniques: [
    { name: 'paper_case_id_org_path_kind_cause_seq_key', properties: ['caseId', 'orgPath', 'kind', 'causeSeq'] },
    { name: 'paper_id_case_id_org_path_key', properties: ['id', 'caseId', 'orgPath'] },
  ],
});
