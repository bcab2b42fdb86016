import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '@lawgate/database';

/** An order of a proof pack, and the pack that was made. */
export const ProofPackEntity = defineEntity({
  name: 'ProofPack',
  tableName: 'proof_pack',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    caseIds: p.array().columnType('uuid[]'),
    state: p.enum(['ordered', 'making', 'done', 'failed', 'expired'] as const).default('ordered'),
    done: p.integer().default(0),
    attempts: p.integer().default(0),
    problem: p.text().nullable(),
    size: p.bigint('number').nullable(),
    sha256: p.text().nullable(),
    seal: p.text().nullable(),
    askedBy: p.uuid(),
    askedByName: p.text(),
    askedAt: p.datetime(),
    madeAt: p.datetime().nullable(),
    expiresAt: p.datetime().nullable(),
    requestKey: p.text().nullable(),
    requestHash: p.text().nullable(),
  },
  uniques: [
    {
      name: 'proof_pack_org_id_org_path_asked_by_request_key_key',
      properties: ['orgId', 'orgPath', 'askedBy', 'requestKey'],
    },
    { name: 'proof_pack_id_org_path_key', properties: ['id', 'orgPath'] },
  ],
});

/** A download of a pack. Append-only. */
export const ProofPackDownloadEntity = defineEntity({
  name: 'ProofPackDownload',
  tableName: 'proof_pack_download',
  properties: {
    id: p.uuid().primary(),
    packId: p.uuid(),
    orgPath: p.text(),
    personId: p.uuid(),
    personName: p.text(),
    at: p.datetime(),
  },
});
