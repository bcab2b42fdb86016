/** The pack of an order: for one case, or for many cases with an index. */
import { ContentStoreError, type ContentStore } from '@lawgate/files';
import { numberOf, writeCasePack } from './case-pack.ts';
import { ChangedCaseError, readEvidence, type CaseEvidence, type EvidenceParts } from './case-evidence.ts';
import type { PackWriter } from './pack-writer.ts';
import { escaped, page, pairs, table } from './page.ts';
import { verifierFiles } from './verifier.ts';

/** A case of the order is not visible to the person who ordered it. */
export class MissingCaseError extends Error {}

export interface PackOrder {
  readonly caseIds: readonly string[];
  /** Path of the ordering organisation. */
  readonly orgPath: string;
}

export interface PackSurroundings {
  readonly parts: EvidenceParts;
  readonly store: Pick<ContentStore, 'read'>;
  /** Called with how many cases are in the pack; may throw to stop. */
  readonly onProgress: (done: number) => Promise<void>;
}

/**
 * @returns the seal's SM3
 * @throws MissingCaseError, MissingContentError, ChangedCaseError
 */
export async function writePack(writer: PackWriter, order: PackOrder, around: PackSurroundings): Promise<string> {
  const { parts, store, onProgress } = around;
  const [only] = order.caseIds;
  if (order.caseIds.length === 1 && only !== undefined) {
    const seal = await writeCase(writer, await evidenceOf(parts, only, order.orgPath), store);
    await onProgress(1);
    return seal;
  }
  const lines: IndexLine[] = [];
  for (const [index, caseId] of order.caseIds.entries()) {
    // Only one case is in memory at a time; its documents are streamed.
    const evidence = await evidenceOf(parts, caseId, order.orgPath);
    const path = `cases/${String(index + 1).padStart(3, '0')}-${caseId}.zip`;
    let seal = '';
    await writer.addPack(path, evidence.loaded.title, async (inner) => {
      seal = await writeCase(inner, evidence, store);
    });
    lines.push(lineOf(evidence, path, seal));
    await onProgress(index + 1);
  }
  writer.addText('index.html', '总目录', indexPage(lines));
  for (const { path, text } of verifierFiles()) writer.addText(path, '核验程序', text);
  return writer.end({
    format: 1,
    kind: 'packs',
    title: `履职证明包：${lines.length}件`,
    cases: lines.map(({ id, version, path, seal }) => ({ id, version, path, seal })),
  });
}

/** @throws ChangedCaseError where a change of the case keeps its pack from being made */
async function writeCase(
  writer: PackWriter,
  evidence: CaseEvidence,
  store: Pick<ContentStore, 'read'>,
): Promise<string> {
  try {
    return await writeCasePack(writer, evidence, store);
  } catch (error) {
    const { spots } = evidence.verdict;
    // Another attempt may find the store in order.
    if (spots.length === 0 || error instanceof ContentStoreError) throw error;
    throw new ChangedCaseError(evidence.loaded.title, spots, error);
  }
}

async function evidenceOf(parts: EvidenceParts, caseId: string, orgPath: string): Promise<CaseEvidence> {
  const evidence = await readEvidence(parts, caseId, orgPath);
  if (evidence === null) throw new MissingCaseError(caseId);
  return evidence;
}

interface IndexLine {
  readonly id: string;
  readonly version: number;
  readonly path: string;
  readonly seal: string;
  readonly title: string;
  readonly category: string;
  readonly organisation: string;
  readonly number: string;
  readonly stage: string;
}

function lineOf(evidence: CaseEvidence, path: string, seal: string): IndexLine {
  const { loaded, organisation, definition } = evidence;
  return {
    id: loaded.id,
    version: loaded.version,
    path,
    seal,
    title: loaded.title,
    category: definition?.label ?? loaded.category,
    organisation,
    number: numberOf(evidence) ?? '',
    stage: loaded.stage,
  };
}

function indexPage(lines: readonly IndexLine[]): string {
  const body = table(
    ['序号', '事项', '类别', '审查机构', '文号', '环节', '证明包', '封缄值（SM3）'],
    lines.map(({ title, category, organisation, number, stage, path, seal }, index) => [
      String(index + 1),
      escaped(title),
      escaped(category),
      escaped(organisation),
      escaped(number),
      escaped(stage),
      `<a href="${escaped(path)}">${escaped(path)}</a>`,
      `<span class="hash">${seal}</span>`,
    ]),
  );
  const head = pairs([
    ['案件', `${lines.length}件`],
    ['核验方法', '用浏览器打开 verify.html，或者运行 node verify.mjs；不需要联网。每个案件的证明包也可以单独核验。'],
  ]);
  return page('履职证明包总目录', `<h1>履职证明包总目录</h1>\n${head}<h2>案件</h2>\n${body}`);
}
