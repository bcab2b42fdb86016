/** The pack of one case: its files, their order and contents. */
import { canonicalJson, coverage, sm3, type HistoryBody, type LoadedOpinion } from '@lawgate/cases';
import type { Attachment } from '../archive/attachments.ts';
import type { ContentStore } from '@lawgate/files';
import type { CaseEvidence } from './case-evidence.ts';
import { attachmentLabel, casePage } from './case-page.ts';
import { ContentChangedError, type PackWriter } from './pack-writer.ts';
import { verifierFiles } from './verifier.ts';

/** The bytes of a document are missing or differ from the uploaded ones; the pack cannot be made. */
export class MissingContentError extends Error {
  constructor(readonly attachment: Attachment) {
    super(`${attachment.name} (${attachment.sha256})`);
  }
}

/** The name of a case on pages: its newest number, otherwise its title. */
export function numberOf({ loaded }: CaseEvidence): string | null {
  return loaded.numbers.filter(({ voidReason }) => voidReason === null).at(-1)?.text ?? null;
}

/** A paper has a title and no file name. */
const extensions: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/pdf': 'pdf',
};

/** ASCII letters and digits only, so that names are the same in the list and on the disk of every system. */
export function pathOf({ source, kind, version, name, mediaType }: Attachment, index: number): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? extensions[mediaType] ?? 'bin';
  const number = String(index + 1).padStart(3, '0');
  return `${source}/${number}-${kind.replace(/[^a-z0-9-]/gi, '_')}-v${version}.${extension}`;
}

/**
 * Writes the pack of a case.
 *
 * @returns the seal's SM3
 * @throws MissingContentError
 */
export async function writeCasePack(
  writer: PackWriter,
  evidence: CaseEvidence,
  store: Pick<ContentStore, 'read'>,
): Promise<string> {
  const { loaded, attachments, refusals, clocks, ruleSet, definition, links } = evidence;
  const paths = attachments.map(pathOf);
  writer.addText('index.html', '封面与目录', casePage(evidence, paths));
  writer.addText('case.json', '案件', json(headOf(evidence)));
  writer.addText('clocks.json', '期限（逐日计数与中止）', json(clocks));
  writer.addText('opinions.jsonl', '签署的意见', opinionLines(evidence), true);
  writer.addText('refusals.json', '规则不予通过的记录', json(refusals));
  writer.addText('verification.json', '制作时的核验结果', json(verificationOf(evidence)), true);
  writer.addText('rows.json', '数据库中的各行及其写入记录', json(rowsOf(evidence)), true);
  writer.addText('rules.json', '适用的流程版本与规则版本', json({ definition, ruleSet }));
  writer.addText('history.jsonl', '办理记录（首尾相连）', links.map((row) => `${canonicalJson(row)}\n`).join(''), true);
  const listed = attachments.map((attachment, index) => ({ ...attachment, path: paths[index] }));
  writer.addText(
    'documents.json',
    '材料清单',
    json(
      listed
        .filter(({ source }) => source === 'documents')
        .map(({ at, by, source: _, number: _none, ...document }) => ({ ...document, uploadedAt: at, uploadedBy: by })),
    ),
    true,
  );
  writer.addText('papers.json', '文书清单', json(listed.filter(({ source }) => source === 'papers')));
  for (const { path, text } of verifierFiles()) writer.addText(path, '核验程序', text);
  for (const [index, attachment] of attachments.entries()) {
    await addAttachment(writer, paths[index] ?? '', attachmentLabel(attachment, definition), attachment, store);
  }
  return writer.end({
    format: 1,
    kind: 'case',
    title: `履职证明包：${loaded.title}`,
    case: { id: loaded.id, version: loaded.version, lastHash: loaded.lastHash, log: logEnd(evidence) },
    // A hash for each field of each row, so that the verifier can name the changed field.
    history: evidence.links.map(({ seq, hash }, index) => ({
      seq,
      hash,
      fields: fieldHashes(evidence.rows[index] as HistoryBody),
    })),
  });
}

async function addAttachment(
  writer: PackWriter,
  path: string,
  label: string,
  attachment: Attachment,
  store: Pick<ContentStore, 'read'>,
): Promise<void> {
  const bytes = await store.read(attachment.sha256, attachment.size);
  if (bytes === null) throw new MissingContentError(attachment);
  try {
    await writer.addStream(path, label, bytes, attachment);
  } catch (error) {
    throw error instanceof ContentChangedError ? new MissingContentError(attachment) : error;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function headOf({ loaded, organisation, asOf, tasks, access, facts }: CaseEvidence): Record<string, unknown> {
  const { id, category, title, state, stage, status, version, lastHash, createdBy, backDated } = loaded;
  return {
    id,
    organisation,
    category,
    title,
    state,
    stage,
    status,
    version,
    lastHash,
    asOf,
    backDated,
    definitionVersion: loaded.stored.definitionVersion,
    rulesetVersion: loaded.stored.rulesetVersion,
    createdBy: { id: createdBy, name: loaded.names?.[createdBy] ?? '' },
    createdAt: new Date(loaded.createdAt).toISOString(),
    fields: loaded.stored.context['fields'] ?? {},
    numbers: loaded.numbers.map((number) => ({ ...number, takenAt: new Date(number.takenAt).toISOString() })),
    tasks,
    access,
    facts,
  };
}

/** The spots at which the case differed from its chains when the pack was made, and what nothing covers. */
function verificationOf({ verdict: { spots, notCovered } }: CaseEvidence): Record<string, unknown> {
  return { verified: spots.length === 0, findings: spots, notCovered };
}

/**
 * The rows as verification compared them, what each commit wrote, and the log. Without what is known of the case outside of
 * it (when it was last verified): the same case gives the same pack.
 */
function rowsOf({ caseRows }: CaseEvidence): Record<string, unknown> {
  const { history, log, tables, people, renames } = caseRows;
  return {
    covered: coverage,
    case: caseRows.case,
    writes: history.map(({ seq, wrote }) => ({ seq, body: wrote ?? null })),
    log,
    tables,
    people,
    renames,
  };
}

function logEnd({ caseRows: { log } }: CaseEvidence): { seq: number; hash: unknown } {
  return { seq: log.length, hash: log.at(-1)?.['hash'] ?? null };
}

/** Each opinion as shown, and next to it the text that was hashed when it was signed. */
function opinionLines(evidence: CaseEvidence): string {
  return evidence.loaded.opinions
    .map(
      (opinion) => `${canonicalJson({ id: opinion.id, signed: signedText(opinion, evidence), hash: opinion.hash })}\n`,
    )
    .join('');
}

/**
 * The hashed text also contains the numbers that the same commit had taken before. The hash shows which those were; if
 * none fits, the opinion differs from what was signed, and the verifier reports it.
 */
function signedText(opinion: LoadedOpinion, { loaded, rows }: CaseEvidence): string {
  const at = new Date(opinion.at).toISOString();
  const { act, conclusion, text, points, round, by } = opinion;
  const taken = rows.find((row) => row.at === at && row.effects.includes(`recordOpinion:${act}`))?.numbers ?? [];
  const texts = Array.from({ length: taken.length + 1 }, (_, count) =>
    canonicalJson({ case: loaded.id, by, at, act, conclusion, text, points, round, numbers: taken.slice(0, count) }),
  );
  return texts.find((each) => sm3(each) === opinion.hash) ?? (texts[0] as string);
}

function fieldHashes(body: HistoryBody): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, sm3(canonicalJson(value))]));
}
