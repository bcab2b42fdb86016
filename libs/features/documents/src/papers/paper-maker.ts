/** Makes the papers that commits ordered: from committed rows and the template in force at the commit, once. */
import { Readable } from 'node:stream';
import { docxType, type ContentStore } from '@lawgate/files';
import type { PaperContent } from '@lawgate/engine';
import {
  CaseStore,
  logRows,
  systemPrincipal,
  type DefinitionRegistry,
  type OutboxHandler,
  type PaperOrder,
  type RuleSets,
} from '@lawgate/cases';
import { newId, statementsWithin, typedQueries } from '@lawgate/database';
import type { Kysely } from 'kysely';
import type { DocumentTables } from '../tables.ts';
import { paperFrame, paperSource } from './paper-source.ts';
import { templateInForce } from './template/in-force.ts';

export interface PaperParts {
  readonly definitions: DefinitionRegistry;
  readonly ruleSets: Pick<RuleSets, 'of'>;
  readonly store: ContentStore;
}

/**
 * The handler of outbox rows of kind `paper`. It reads no clock: all times in the paper are those of its event.
 *
 * Bytes are written first and the row second, in the transaction that marks the order as done: after a crash in
 * between, no row refers to the bytes, and the next delivery makes the same bytes again and stores them once.
 */
export function paperMaker({ definitions, ruleSets, store }: PaperParts): OutboxHandler {
  return async (client, row, at) => {
    const order = row.payload as unknown as PaperOrder;
    const db = typedQueries<DocumentTables>(client);
    const issuer = await issuerOf(db, row.orgPath);
    const system = systemPrincipal(issuer.orgId, row.orgPath);
    // Through the transaction that holds the order: a second connection for each delivery could wait for its like.
    const loaded = await new CaseStore(statementsWithin(client)).load(system, row.caseId);
    if (loaded.kind !== 'case') throw new Error(`the case ${row.caseId} of a paper is not there`);
    const definition = definitions.ofCase(loaded.case.stored);
    const spec = definition.papers?.find(({ kind }) => kind === order.paper);
    if (spec === undefined) throw new Error(`paper "${order.paper}" of ${definition.key} is not declared any more`);
    const set = await ruleSets.of(loaded.case.stored.rulesetVersion, client);
    const frame = paperFrame(definition, issuer, set);
    const source = paperSource(definition, loaded.case, order, frame);
    const content = spec.compose(source);
    const template = await templateInForce(db, issuer.orgId, order.paper, row.createdAt);
    const bytes = await paperBytes(content, source.cause.at, template, store);
    const { size, sha256, sm3 } = await keep(store, bytes);
    const id = newId();
    const made = await db
      .insertInto('paper')
      .values({
        id,
        orgId: issuer.orgId,
        orgPath: row.orgPath,
        caseId: row.caseId,
        kind: order.paper,
        title: content.title,
        numberText: content.number,
        round: order.round,
        causeSeq: order.seq,
        templateKey: order.paper,
        templateVersion: template?.version ?? 0,
        mediaType: docxType,
        ...{ size, sha256, sm3 },
        signedBy: source.cause.actor?.id ?? null,
        signedByName: source.cause.actor?.name ?? null,
        madeAt: at,
      })
      .onConflict((conflict) => conflict.columns(['caseId', 'orgPath', 'kind', 'causeSeq']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return;
    const rows = [{ in: 'paper', key: { id } }];
    await logRows(client, { caseId: row.caseId, type: 'paper.made', actor: null, at, rows });
  };
}

/** The paper by the town's template, or by the built-in one. */
export async function paperBytes(
  content: PaperContent,
  at: string,
  template: { readonly sha256: string; readonly size: number } | null,
  store: ContentStore,
  mark?: string,
): Promise<Buffer> {
  const options = { at, ...(mark === undefined ? {} : { mark }) };
  // Loaded on demand: most processes make no paper as they start.
  if (template === null) {
    const { setPage } = await import('./page/set-page.ts');
    return setPage(content, options);
  }
  const { fillTemplate } = await import('./template/fill-template.ts');
  return fillTemplate(await bytesOf(store, template), content, options);
}

/** The bytes of a town's template. */
export async function bytesOf(
  store: ContentStore,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<Buffer> {
  const stream = await store.read(sha256, size);
  if (stream === null) throw new Error(`the content ${sha256} of a template is not there`);
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function keep(
  store: ContentStore,
  bytes: Uint8Array,
): Promise<{ size: number; sha256: string; sm3: string }> {
  const content = await store.receive(Readable.from([Buffer.from(bytes)]));
  await content.keep();
  return content;
}

export async function issuerOf(
  db: Kysely<DocumentTables>,
  orgPath: string,
): Promise<{ orgId: string; kind: string; name: string }> {
  const issuer = await db
    .selectFrom('organisation')
    .select(['id as orgId', 'kind', 'name'])
    .where('path', '=', orgPath)
    .executeTakeFirst();
  if (issuer === undefined) throw new Error(`no organisation ${orgPath}`);
  return issuer;
}
