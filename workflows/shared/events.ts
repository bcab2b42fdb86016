/** The events of the spine and of the acts: roles that may send them, payload schemas, labels. */
import type { EventSpec } from '@lawgate/engine';
import type { z } from 'zod';
import { amendEvent } from './amending.ts';
import { exampleAdvisers, exampleDay, exampleFindings, exampleRebuttal } from './examples.ts';
import * as payloads from './payloads.ts';
import type { Labels } from './words.ts';

export type Events = Record<string, EventSpec>;

export interface FindingsPlan {
  readonly conclusions: Labels;
  readonly passing: readonly string[];
  readonly questions: Labels;
  /**
   * Reasons other than a supplement for which the review can be paused; by default expert consultation and asking the
   * superior.
   */
  readonly inquiries?: Labels;
  /** Schema of the submission's fields, with examples. */
  readonly fields: z.ZodObject;
  readonly fieldExamples: readonly Record<string, unknown>[];
  /** Further keys of the payload, as a zod shape. */
  readonly extra?: Parameters<typeof payloads.findingsPayload>[2];
}

/** Everything up to the opinion letter, and the archive. */
export function spineEvents(plan: FindingsPlan): Events {
  return {
    submit: {
      label: '提交送审',
      by: ['submitter'],
      payload: payloads.submitPayload,
      examples: [
        { vouched: true },
        {
          vouched: true,
          urgent: { cause: 'emergency', basisDocument: '镇防指〔2024〕3号', approver: '分管副镇长' },
          note: '汛期应急',
        },
      ],
    },
    'draft.amend': amendEvent(plan.fields, plan.fieldExamples),
    withdraw: reasoned('撤回', ['submitter'], '内容需要调整，暂不送审。'),
    accept: noted('受理', ['reviewer']),
    'supplement.request': {
      label: '要求补正',
      by: ['reviewer'],
      payload: payloads.supplementRequestPayload,
      examples: [{ items: ['补充对方当事人的授权委托书', '补充资金来源证明'] }],
    },
    'supplement.provide': noted('提交补正材料', ['submitter']),
    'supplement.expire': { label: '补正逾期', by: ['system'], payload: payloads.emptyPayload, examples: [{}] },
    'inquiry.begin': {
      label: '组织论证或者请示上级',
      by: ['reviewer'],
      payload: payloads.inquiryPayload(plan.inquiries ?? payloads.inquiryKinds),
      examples: [{ kind: 'experts', question: '补偿标准的确定方法是否适当。' }],
    },
    'inquiry.end': {
      label: '登记论证或者请示结果',
      by: ['reviewer'],
      payload: payloads.inquiryResultPayload,
      examples: [{ result: '方法适当，建议写明计算依据。' }],
    },
    return: reasoned('退回', ['reviewer'], '不属于审查范围。'),
    decline: reasoned('不予审核', ['reviewer'], '内部管理制度，经认定不属于规范性文件。'),
    'advisers.assign': {
      label: '指派法律顾问',
      by: ['reviewer'],
      payload: payloads.assignPayload,
      examples: [
        { advisers: [exampleAdvisers.first] },
        { advisers: [exampleAdvisers.first, exampleAdvisers.second] },
        { advisers: [exampleAdvisers.alsoDirector] },
      ],
      people: ({ advisers }: { advisers: string[] }) => advisers,
    },
    'opinion.give': {
      label: '出具法律顾问意见',
      by: ['adviser'],
      payload: payloads.opinionPayload,
      examples: [
        { noConflict: true, conclusion: 'agree', text: '未发现违法内容。' },
        {
          noConflict: true,
          conclusion: 'agree-with-changes',
          text: '建议修改后采用。',
          points: [
            {
              clause: '第五条',
              problem: '责任约定不明',
              basis: '《中华人民共和国民法典》第五百七十七条',
              suggestion: '明确违约责任',
              risk: '发生争议时难以主张',
            },
          ],
        },
        { noConflict: true, conclusion: 'illegal', text: '第三条与上位法抵触。' },
      ],
      answer: ({ conclusion }: { conclusion: string }) => ({
        answer: conclusion,
        favourable: conclusion !== 'illegal',
      }),
    },
    recuse: {
      ...reasoned('回避', ['reviewer', 'adviser', 'director', 'leader'], '与本案当事人有近亲属关系。'),
      operation: 'recuse',
    },
    'findings.record': {
      label: '提出审查意见',
      by: ['reviewer'],
      payload: payloads.findingsPayload(plan.conclusions, plan.questions, plan.extra),
      examples: Object.keys(plan.conclusions).flatMap((conclusion) => [
        exampleFindings(plan.questions, conclusion),
        ...(plan.passing.includes(conclusion) ? [exampleFindings(plan.questions, conclusion, exampleRebuttal)] : []),
      ]),
    },
    'review.extend': reasoned('延长审查期限', ['director'], '案情复杂，需要进一步核实。'),
    'sign-off': {
      label: '审签',
      by: ['director'],
      payload: payloads.signOffPayload,
      examples: [{}],
    },
    'send-back': {
      label: '退回审查',
      by: ['director'],
      payload: payloads.sendBackPayload,
      examples: [
        { reason: '第二项意见依据不足。', strategy: 'continue' },
        { reason: '材料变化较大，请重新征求法律顾问意见。', strategy: 'restart' },
      ],
    },
    'leader.approve': noted('同意审查意见', ['leader']),
    'leader.reject': reasoned('不同意审查意见', ['leader'], '请采纳法律顾问的意见，重新研究。'),
    archive: {
      label: '归档',
      by: ['archivist'],
      payload: payloads.archivePayload,
      examples: [{ fileNumber: '2024-审-15' }],
    },
  };
}

const onDay = { on: exampleDay } as const;

/** Events of the acts; each category takes those that it has. */
export const actEvents = {
  'adoption.record': {
    label: '反馈采纳情况',
    by: ['submitter'],
    payload: payloads.adoptionPayload,
    examples: [
      { adoption: 'full' },
      { adoption: 'partial', reasons: '第三条意见涉及上级文件的要求，予以保留。' },
      { adoption: 'none', reasons: '所提意见与现行政策不符。' },
    ],
  },
  'deliberation.record': {
    label: '登记集体讨论',
    by: ['submitter'],
    payload: payloads.deliberationPayload,
    examples: [
      { heldOn: exampleDay, meeting: '镇长办公会2024年第4次会议', result: 'passed', headSpokeLast: true },
      { heldOn: exampleDay, meeting: '镇长办公会2024年第4次会议', result: 'rejected', headSpokeLast: true },
      {
        heldOn: exampleDay,
        meeting: '镇长办公会2024年第4次会议',
        result: 'again',
        headSpokeLast: true,
        dissent: [{ who: '李某', view: '建议先行试点。' }],
      },
    ],
  },
  promulgate: {
    label: '公布',
    by: ['submitter'],
    payload: payloads.promulgatePayload,
    examples: [
      { ...onDay, documentNumber: '镇政发〔2024〕6号' },
      { ...onDay, documentNumber: '镇政发〔2024〕6号', validUntil: '2025-12-31' },
    ],
  },
  publicise: {
    label: '公开',
    by: ['submitter'],
    payload: payloads.publicisePayload,
    examples: [{ ...onDay, where: '镇政府门户网站' }],
  },
  'contract.sign': {
    label: '签订合同',
    by: ['submitter'],
    payload: payloads.contractSignPayload,
    examples: [
      onDay,
      {
        ...onDay,
        payments: [{ on: '2024-06-28', note: '预付款' }, { on: '2024-12-31' }],
        expiresOn: '2025-03-14',
      },
    ],
  },
  'decision.make': {
    label: '作出决定',
    by: ['leader'],
    payload: payloads.decisionPayload,
    examples: [{ ...onDay, documentNumber: '镇罚决字〔2024〕2号' }],
  },
  'decision.serve': {
    label: '送达',
    by: ['submitter'],
    payload: payloads.servicePayload,
    examples: [{ ...onDay, manner: '直接送达' }],
  },
  file: {
    label: '报送备案',
    by: ['reviewer', 'submitter'],
    payload: payloads.filePayload,
    examples: [{ ...onDay, target: '县司法局' }],
  },
} as const satisfies Events;

function reasoned(label: string, by: EventSpec['by'], reason: string): EventSpec {
  return { label, by, payload: payloads.reasonPayload, examples: [{ reason }] };
}

function noted(label: string, by: EventSpec['by']): EventSpec {
  return { label, by, payload: payloads.notePayload, examples: [{}] };
}
