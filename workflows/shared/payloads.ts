/** The payloads of the spine's events. All are strict: an unknown key is an error. */
import { z } from 'zod';
import { findingLabels, letterParts } from './letter.ts';
import { choice, day, person, statement, text, type Labels } from './words.ts';

export const urgentCauses = {
  emergency: '预防、应对和处置突发事件',
  'superior-order': '执行上级机关的紧急命令和决定',
  'statutory-deadline': '法定办案期限即将届满',
} as const;
export type UrgentCause = keyof typeof urgentCauses;

export const adviserConclusions = { agree: '同意', 'agree-with-changes': '修改后同意', illegal: '不合法' } as const;
export { findingLabels };
export const adoptionLabels = { full: '全部采纳', partial: '部分采纳', none: '未采纳' } as const;
export const deliberationResults = { passed: '通过', rejected: '未通过', again: '再次审议' } as const;
export const sendBackStrategies = { continue: '由审查人重新提出审查意见', restart: '重新征求法律顾问意见' } as const;

const note = text('说明', 2000).optional();
const reason = text('理由', 2000);

export const submitPayload = z.strictObject({
  vouched: statement(
    '真实性承诺',
    '本单位对所报送材料的真实性、完整性负责。',
    '送审单位须对材料的真实性、完整性负责，请先作出承诺',
  ),
  urgent: z
    .strictObject({
      cause: choice('紧急事由', urgentCauses),
      basisDocument: text('紧急办理的依据文件', 200),
      approver: text('批准人', 64),
      /** Default: the day of submission. Urgency must be approved by then. */
      approvedOn: day('批准日期').optional(),
    })
    .meta({ title: '紧急办理', description: '只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。' })
    .optional(),
  note,
});
export const reasonPayload = z.strictObject({ reason });
export const notePayload = z.strictObject({ note });
export const emptyPayload = z.strictObject({});

export const supplementRequestPayload = z.strictObject({
  items: z
    .array(text('补正事项', 500))
    .min(1, { error: '请一次性列明需要补正的全部事项' })
    .max(20, { error: '补正事项不能超过20项' })
    .meta({ title: '补正事项', description: '一次性列明需要补正的全部事项。' }),
});

/** Reasons other than a supplement for which the review's clock is paused: advice is sought outside the office. */
export const inquiryKinds = { experts: '专家论证', superior: '请示上级机关' } as const;

export function inquiryPayload(kinds: Labels) {
  return z.strictObject({ kind: choice('中止事由', kinds), question: text('论证或者请示的问题', 2000) });
}

export const inquiryResultPayload = z.strictObject({ result: text('论证意见或者答复', 5000) });

export const assignPayload = z.strictObject({
  advisers: z
    .array(person('法律顾问', 'adviser'))
    .min(1, { error: '请至少指派一名法律顾问' })
    .max(5, { error: '一次最多指派5名法律顾问' })
    .meta({ title: '法律顾问' }),
});

export const opinionPayload = z.strictObject({
  noConflict: statement(
    '利益冲突声明',
    '本人与本案没有利害关系。',
    '请先声明与本案没有利害关系；有利害关系的，应当回避',
  ),
  conclusion: choice('结论', adviserConclusions),
  text: text('意见', 20000),
  points: z
    .array(
      z.strictObject({
        clause: text('条款', 200).optional(),
        problem: text('问题', 2000).optional(),
        basis: text('依据', 2000).optional(),
        suggestion: text('建议', 2000).optional(),
        risk: text('风险', 2000).optional(),
      }),
    )
    .max(50, { error: '意见要点不能超过50条' })
    .meta({ title: '逐条意见', description: '按条款写明问题、依据、修改建议和风险。' })
    .optional(),
});

/** The findings of one category: its conclusions, its review questions, and what else it asks for. */
export function findingsPayload(conclusions: Labels, questions: Labels, extra: z.ZodRawShape = {}) {
  return z.strictObject({
    conclusion: choice('审查结论', conclusions),
    text: text('审查意见', 20000),
    points: z
      .array(
        z.strictObject({
          point: choice('审查要点', questions),
          finding: choice('审查情况', findingLabels),
          reason: text('理由', 2000).optional(),
        }),
      )
      .max(20, { error: '审查要点不能超过20项' })
      .refine((points) => new Set(points.map(({ point }) => point)).size === points.length, {
        error: '同一审查要点只能填写一次',
      })
      .meta({
        title: '审查要点',
        description: '逐项填写审查情况；存在问题的，写明理由。',
        'x-each': 'point',
      }),
    rebuttal: text('不采纳法律顾问意见的理由', 5000)
      .meta({ description: '法律顾问认为不合法而拟予通过的，须逐条说明理由。' })
      .optional(),
    ...extra,
  });
}

/** The opinion letter as edited by the director; without one, the text assembled from the findings is signed. */
export const signOffPayload = z.strictObject({
  note,
  letter: z
    .strictObject({
      lines: z
        .array(
          z.strictObject({
            part: choice('部分', letterParts),
            text: text('文字', 5000),
            from: z
              .array(text('依据的意见', 100))
              .max(50, { error: '一句依据的意见不能超过50条' })
              .meta({ title: '依据的意见' })
              .default([]),
          }),
        )
        .min(1, { error: '审查意见书不能没有内容' })
        .max(200, { error: '审查意见书不能超过200句' })
        .refine((lines) => lines.some(({ part }) => part === 'conclusion'), { error: '审查意见书应当写明审查结论' })
        .meta({ title: '逐句', examples: [[{ part: 'conclusion', text: '同意。' }]] }),
    })
    .meta({ title: '审查意见书' })
    .optional(),
});

export const sendBackPayload = z.strictObject({ reason, strategy: choice('退回方式', sendBackStrategies) });

export const adoptionPayload = z.strictObject({
  adoption: choice('采纳情况', adoptionLabels),
  reasons: text('未采纳的理由', 5000).meta({ description: '未全部采纳的，应当写明理由和依据。' }).optional(),
  lines: z
    .array(
      z
        .strictObject({
          /** Number of the answered line among the opinions of the letter, from 1. */
          line: z.int().min(1).max(200).meta({ title: '意见序号' }).optional(),
          /** The opinion as text, where it is not one of the letter's lines. */
          point: text('意见', 500).optional(),
          adopted: z.union([z.boolean(), choice('采纳情况', adoptionLabels)], { error: '请选择采纳情况' }).meta({
            title: '是否采纳',
          }),
          reason: text('理由', 2000).optional(),
          changedText: text('修改后的文字', 5000).optional(),
        })
        .refine(({ line, point }) => line !== undefined || point !== undefined, {
          error: '请写明所反馈的是哪一条意见',
        }),
    )
    .max(200, { error: '逐条反馈不能超过200条' })
    .meta({ title: '逐条反馈' })
    .optional(),
});

export const deliberationPayload = z.strictObject({
  heldOn: day('会议日期'),
  meeting: text('会议名称', 200),
  result: choice('审议结果', deliberationResults),
  headSpokeLast: z.boolean().meta({ title: '主要负责人末位表态' }).optional(),
  dissent: z
    .array(z.strictObject({ who: text('姓名', 64), view: text('不同意见', 5000) }))
    .max(50, { error: '不同意见不能超过50条' })
    .meta({ title: '不同意见', description: '不同意见应当如实、完整记录。' })
    .optional(),
});

const documentNumber = text('文号', 100);
export const promulgatePayload = z.strictObject({
  documentNumber,
  on: day('公布日期'),
  /** Signature of the head and its date: a decision of its own, which the meeting does not replace. */
  signedBy: text('签发人', 64).optional(),
  signedOn: day('签发日期').optional(),
  /** The number in the register of documents (统一登记); not the document's own number. */
  registrationNumber: text('统一登记号', 100).optional(),
  /** The last day of validity; without it the maximum applies. */
  validUntil: day('有效期截止日期').meta({ description: '不填写的，按规定的最长有效期计算。' }).optional(),
});
export const publicisePayload = z.strictObject({ on: day('公开日期'), where: text('公开渠道', 500) });
export const contractSignPayload = z.strictObject({
  on: day('签订日期'),
  counterparty: text('对方当事人', 200).optional(),
  payments: z
    .array(z.strictObject({ on: day('付款日期'), note: text('付款说明', 200).optional() }))
    .max(60, { error: '付款期次不能超过60期' })
    .meta({ title: '付款安排' })
    .optional(),
  expiresOn: day('合同期满日期').optional(),
});
/** Dates of a contract that was signed before Lawgate was used; a refinement asks for at least one clock. */
export const recordedContractPayload = contractSignPayload
  .pick({ on: true, payments: true, expiresOn: true })
  .refine(({ payments = [], expiresOn }) => payments.length > 0 || expiresOn !== undefined, {
    error: '请填写付款日期或者合同期满日期',
    path: ['expiresOn'],
  });
/** Dates of a document that was published before Lawgate was used: its own last day, never one that is reckoned. */
export const recordedDocumentPayload = z.strictObject({
  on: day('公布日期'),
  validUntil: day('有效期截止日期'),
});
export const decisionPayload = z.strictObject({ on: day('决定日期'), documentNumber });
export const servicePayload = z.strictObject({ on: day('送达日期'), manner: text('送达方式', 200) });
export const filePayload = z.strictObject({
  on: day('报备日期'),
  target: text('备案机关', 200),
  receiptNumber: text('备案回执号', 100).optional(),
});
export const archivePayload = z.strictObject({ fileNumber: text('档号', 100).optional() });
