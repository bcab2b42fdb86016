/** Papers between the office and its legal advisers. */
import type { PaperBlock, PaperContent, PaperSource, PaperSpec } from '@lawgate/engine';
import { adviserConclusions } from '../payloads.ts';
import {
  clockOf,
  dayText,
  heading,
  letterOf,
  limitText,
  nameOf,
  numbered,
  paragraph,
  unitOf,
  type PaperPlan,
} from './wording.ts';

function assignment(plan: PaperPlan): (source: PaperSource) => PaperContent {
  return (source) => {
    const advisers: readonly string[] = source.cause.payload?.advisers ?? [];
    const names = advisers.map((id) => nameOf(source, id)).filter((name) => name !== '');
    const clock = clockOf(source, 'adviser');
    const until = clock?.dueOn == null ? '' : `请于${dayText(clock.dueOn)}前（${limitText(clock)}内）出具书面意见。`;
    return letterOf(source, {
      title: '法律顾问指派函',
      addressee: names.join('、'),
      body: [
        paragraph(
          `现就${unitOf(source)}送审的《${source.title}》（${source.categoryLabel}），指派${names.join('、')}参与合法性审查。${until}`,
        ),
        paragraph('请重点就下列事项提出意见：'),
        ...numbered(Object.values(plan.questions).map((question) => `${question}。`)),
        paragraph('与本案有利害关系的，应当立即声明并回避。知悉的案件内容和工作秘密，应当保密。'),
      ],
      values: { 法律顾问: names.join('、'), 意见期限: until },
    });
  };
}

interface AdvicePoint {
  readonly clause?: string;
  readonly problem?: string;
  readonly basis?: string;
  readonly suggestion?: string;
  readonly risk?: string;
}

const pointParts = { problem: '问题', risk: '风险', basis: '依据', suggestion: '建议' } as const;

/** A point under （一）（二） with its problem, risk, basis and suggestion. */
function pointBlocks(point: AdvicePoint, ordinal: string): PaperBlock[] {
  return [
    heading(2, `（${ordinal}）${point.clause ?? '意见'}`),
    ...Object.entries(pointParts).flatMap(([key, label]) => {
      const text = point[key as keyof typeof pointParts];
      return text === undefined ? [] : [paragraph(`${label}：${text}`)];
    }),
  ];
}

const ordinals = '一二三四五六七八九十';

function opinion(source: PaperSource): PaperContent {
  const given = source.cause.payload as { conclusion?: string; text?: string; points?: readonly AdvicePoint[] };
  const conclusion = adviserConclusions[given.conclusion as keyof typeof adviserConclusions] ?? '';
  const points = given.points ?? [];
  const adviser = source.cause.actor?.name ?? '';
  const behalf = source.cause.onBehalfOf === undefined ? '' : `（代${source.cause.onBehalfOf.name}）`;
  // The adviser's own paper, not the office's: it has no letterhead of the office.
  return letterOf(source, {
    form: 'sheet',
    title: '法律顾问意见书',
    number: null,
    addressee: source.organisation,
    body: [
      paragraph(
        `受${source.organisation}指派，对${unitOf(source)}送审的《${source.title}》进行审查，本人与本案没有利害关系，现出具意见如下。`,
      ),
      heading(1, '一、总体意见'),
      paragraph(given.text ?? ''),
      ...(points.length === 0
        ? []
        : [
            heading(1, '二、具体意见'),
            ...points.flatMap((point, index) => pointBlocks(point, ordinals[index] ?? String(index + 1))),
          ]),
      heading(1, points.length === 0 ? '二、结论' : '三、结论'),
      paragraph(`${conclusion}。`),
      paragraph('本意见供合法性审查参考，不代替审查机构的审查意见。'),
    ],
    signature: { by: `法律顾问：${adviser}${behalf}`, on: source.cause.on },
    values: { 法律顾问: adviser, 法律顾问结论: conclusion },
  });
}

export function advicePapers(plan: PaperPlan): PaperSpec[] {
  return [
    {
      kind: 'adviser-assignment',
      title: '法律顾问指派函',
      event: 'advisers.assign',
      compose: assignment(plan),
    },
    { kind: 'adviser-opinion', title: '法律顾问意见书', event: 'opinion.give', compose: opinion },
  ];
}
