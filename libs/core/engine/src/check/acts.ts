/**
 * Checks that the definition names its acts and its standard order of events, and that no act is possible before the
 * review is concluded.
 */
import type { Definition, MatterKind } from '../definition.ts';
import { eventLabel } from '../transitions.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import type { Passage, Reach } from './reach.ts';
import { recordsFact, findWay, spell } from './ways.ts';

const kindLabels: Readonly<Record<MatterKind, string>> = {
  review: '合法性审核',
  meeting: '会议',
  consultation: '征求意见',
  litigation: '应诉',
};

/** By kind of matter: the fact that must precede the act, the message when it is missing, and the citation. */
const beforeActs: Readonly<Partial<Record<MatterKind, { fact: string; missing: string; citation: string }>>> = {
  review: {
    fact: 'concluded',
    missing: '未经合法性审查并签发审查意见书',
    citation: '国办发〔2018〕115号；国务院令第713号第二十五条；《中华人民共和国行政处罚法》第五十八条',
  },
};

/** A definition may be plain JavaScript, so the compiler has not checked that these exist. */
export function checkActs(definition: Definition, reach: Reach | null): DefinitionProblem[] {
  const acts = (definition.acts as readonly string[] | undefined) ?? [];
  const declared = (type: string): boolean => Object.hasOwn(definition.events, type);
  return [
    ...checkKind(definition),
    ...(acts.length > 0
      ? []
      : [
          problem(
            'definition.acts-missing',
            'definition',
            `流程“${definition.key}”没有写明哪些动作是所审事项本身（如审议、签订、决定、公布）。请在 acts 中列出。`,
          ),
        ]),
    ...acts.flatMap((type) =>
      declared(type)
        ? checkReviewed(definition, reach, type)
        : [
            problem(
              'definition.act-undeclared',
              `event:${type}`,
              `acts 中的动作“${type}”没有声明。请在 events 中声明，或从 acts 中删去。`,
            ),
          ],
    ),
    ...checkCourse(definition, acts.filter(declared)),
  ];
}

function checkKind({ key, kind }: Definition): DefinitionProblem[] {
  if (!Object.hasOwn(kindLabels, kind)) {
    const message = `流程“${key}”的种类“${String(kind)}”不存在。请在 kind 中写明，可用：${kindsIn(kindLabels)}。`;
    return [problem('definition.kind-unknown', 'definition', message)];
  }
  if (Object.hasOwn(beforeActs, kind)) return [];
  const message = `流程“${key}”的种类“${kindLabels[kind]}”（${kind}）没有报表统计，其案件不会计入任何数字。请改用有报表统计的种类：${kindsIn(beforeActs)}。`;
  return [problem('definition.kind-uncounted', 'definition', message)];
}

const kindsIn = (kinds: object): string => Object.keys(kinds).join('、');

function checkReviewed(definition: Definition, reach: Reach | null, type: string): DefinitionProblem[] {
  const before = Object.hasOwn(beforeActs, definition.kind) ? beforeActs[definition.kind] : undefined;
  if (before === undefined || reach?.complete !== true || recordsFact(reach.first, before.fact)) return [];
  const accepts = (at: string): boolean => reach.configurations.get(at)?.accepted.includes(type) ?? false;
  const way = findWay(reach, {
    avoid: (passage) => recordsFact(passage, before.fact),
    found: (at, passage) => (passage === null ? accepts(at) : passage.event === type),
  });
  if (way === null) return [];
  // An act that does not change the state adds no transition of its own to the path.
  const arrow = way.at(-1);
  const last: Passage[] =
    arrow?.event === type
      ? []
      : [{ to: arrow?.to ?? reach.first.to, passed: [], event: type, needs: [], enforces: [] }];
  const message =
    `动作“${eventLabel(definition, type)}”（${type}）${before.missing}就可以办理：${spell(definition, reach, [...way, ...last])}。` +
    `未经审查或者审查不合法的，不得提交审议、签订或者作出决定（${before.citation}）。` +
    `请只在记录了“${before.fact}”（recordFact）之后的环节接受该动作，此前的环节以规则拒绝它。`;
  return [problem('definition.act-unreviewed', `event:${type}`, message)];
}

function checkCourse(definition: Definition, acts: readonly string[]): DefinitionProblem[] {
  const course = (definition.course as readonly string[] | undefined) ?? [];
  const undeclared = course.filter((type) => !Object.hasOwn(definition.events, type));
  const lacking = acts.filter((type) => !course.includes(type));
  return [
    ...undeclared.map((type) =>
      problem(
        'definition.course-undeclared',
        `event:${type}`,
        `通常顺序中的动作“${type}”没有声明。请在 events 中声明，或从 course 中删去。`,
      ),
    ),
    ...lacking.map((type) =>
      problem(
        'definition.course-lacks-act',
        `event:${type}`,
        `通常顺序中没有动作“${type}”，而它是所审事项本身。请在 course 中按先后写入。`,
      ),
    ),
  ];
}
