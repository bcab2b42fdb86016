/**
 * Comparison of the sealed copy (盖章文本) with the reviewed text. Before a contract is filed, the two are equal, or the
 * difference is recorded with a reason.
 */
import { update, gate, type EventSpec } from '@lawgate/engine';
import { z } from 'zod';
import { citations } from '../shared/citations.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../shared/context.ts';
import { exampleContent } from '../shared/examples.ts';
import type { Transition } from '../shared/machine.ts';
import { choice, text } from '../shared/words.ts';

const bases = { text: '逐段逐字比对', pages: '核对页数并人工确认' } as const;

const content = (label: string) =>
  z
    .string()
    .max(64)
    .regex(/^[0-9a-f]{64}$/, { error: `${label}应为 SHA-256` })
    .meta({ title: label });

const acceptance = z.strictObject({
  comparison: z.uuid({ error: '比对编号不正确' }).meta({ title: '比对' }),
  left: content('审定文本'),
  right: content('盖章文本'),
  basis: choice('比对方式', bases),
  differences: z.number().int().min(0).max(1_000_000).meta({ title: '不同之处' }),
  reason: text('接受的理由', 2000).optional(),
  notCompared: z.number().int().min(0).max(1_000_000).meta({ title: '没有比对的内容（处）' }).optional(),
  checkedBy: text('人工核对人', 50).optional(),
});

const example = {
  comparison: '0198c5a0-0000-7000-8000-000000000000',
  left: exampleContent,
  right: exampleContent,
  basis: 'text',
  differences: 0,
};

export const comparisonAccept: EventSpec = {
  label: '确认盖章文本的比对结果',
  by: ['reviewer', 'submitter'],
  payload: acceptance,
  examples: [
    example,
    { ...example, differences: 1, reason: '双方在签订时补填开户银行，不影响权利义务。' },
    { ...example, notCompared: 1, checkedBy: '王某', reason: '第3页为扫描件，已逐字核对，一致。' },
  ],
};

/** Hash of the newest version of this kind of document; null where none was uploaded. */
function latest({ event }: CaseRuleInput, kind: string): string | null {
  return event.env.documents.findLast((document) => document.kind === kind)?.sha256 ?? null;
}

/**
 * Fixes the reviewed text when the contract may be signed: a draft that is handed in later was reviewed by nobody, and the
 * sealed copy is not compared with it.
 */
export const textFixed = update<ReviewContext>(({ event }) => {
  const draft = event.env.documents.findLast(({ kind }) => kind === 'draft');
  return draft === undefined ? {} : { reviewedText: draft.sha256 };
});

/** By parameter: a contract is filed with its sealed copy. */
const sealedCopyHandedIn: CaseRule = {
  id: 'sealed-copy.handed-in',
  summary: '报送备案前须上传签订后的合同（盖章文本）。',
  message: '尚未上传签订后的合同（盖章文本）。请承办人在材料中上传，系统自动与审定文本比对，确认比对结果后再报送备案。',
  citation: citations.townRules,
  holds: (input) => latest(input, 'sealed-copy') !== null || input.event.env.parameters['filing.sealed-copy'] === 0,
};

/** An uploaded sealed copy must have been compared; a replaced one must be compared again. */
const sealedCopyCompared: CaseRule = {
  id: 'sealed-copy.compared',
  summary: '已上传盖章文本的，须与审定文本比对并确认结果，方可报送备案。',
  message: '盖章文本尚未与审定文本比对并确认。请先比对；有不同的，写明接受的理由后再报送备案。',
  citation: citations.townRules,
  holds: (input) => {
    const sealed = latest(input, 'sealed-copy');
    return sealed === null || sealed === input.context.sealedCopy;
  },
};

const comparedWithReviewed: CaseRule = {
  id: 'sealed-copy.with-reviewed',
  summary: '比对的是最新的盖章文本与审定的合同文本。',
  message: '所确认的比对不是最新的盖章文本与审定合同文本之间的比对。请就最新的盖章文本与审定文本重新比对。',
  citation: null,
  readsPayload: true,
  holds: (input) => {
    const { left, right } = input.event.payload as z.infer<typeof acceptance>;
    const { reviewedText } = input.context;
    // A case that came from a version without it.
    const isDraft = input.event.env.documents.some(({ kind, sha256 }) => kind === 'draft' && sha256 === left);
    return (reviewedText === undefined ? isDraft : left === reviewedText) && right === latest(input, 'sealed-copy');
  },
};

const differenceReasoned: CaseRule = {
  id: 'sealed-copy.reasons',
  summary: '盖章文本与审定文本不同的，或者只能核对页数的，写明理由。',
  message: '盖章文本与审定文本有不同，或者只能核对页数，请写明接受的理由或者人工核对的情况。',
  citation: citations.townRules,
  readsPayload: true,
  holds: ({ event }) => {
    const { basis, differences, reason, notCompared = 0 } = event.payload as z.infer<typeof acceptance>;
    return reason !== undefined || (basis === 'text' && differences === 0 && notCompared === 0);
  },
};

const restCheckedByHand: CaseRule = {
  id: 'sealed-copy.checked-by-hand',
  summary: '有内容没有比对的，由人工核对，并写明核对人。',
  message: '盖章文本中有内容没有比对（如图片、没有文字的页），请人工核对，写明核对人和核对情况。',
  citation: citations.townRules,
  readsPayload: true,
  holds: ({ event }) => {
    const { basis, notCompared = 0, checkedBy } = event.payload as z.infer<typeof acceptance>;
    return checkedBy !== undefined || (basis === 'text' && notCompared === 0);
  },
};

/** Rules for filing a contract that the spine does not have. */
export const filingRules = [sealedCopyHandedIn, sealedCopyCompared] as const;

/** Records the result in the case; the open task stays open. */
export const comparisonAccepted: Transition = {
  guard: gate({ rules: [comparedWithReviewed, differenceReasoned, restCheckedByHand] }),
  actions: [
    update<ReviewContext>(({ event }) => ({ sealedCopy: (event.payload as z.infer<typeof acceptance>).right })),
  ],
};
