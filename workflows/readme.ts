/** Generates the part of each workflow's README that lists limits, rules and the diagram of its definition. */
import {
  boundsInWords,
  boundsOf,
  mermaid,
  roleLabel,
  statesOf,
  type ClockDefinition,
  type Definition,
  type Rule,
} from '@lawgate/engine';

export const generatedBegin = '<!-- generated: begin (node tools/generate-workflow-readmes.mjs) -->';
export const generatedEnd = '<!-- generated: end -->';

/** The README with its generated part replaced; text outside the markers is kept. */
export function renewedReadme(readme: string, definition: Definition): string {
  const begin = readme.indexOf(generatedBegin);
  const end = readme.indexOf(generatedEnd);
  if (begin < 0 || end < begin) throw new RangeError(`The README of ${definition.key} has no markers.`);
  return `${readme.slice(0, begin)}${generatedBegin}\n${generatedPart(definition)}${readme.slice(end)}`;
}

export function generatedPart(definition: Definition): string {
  return [
    // The formatter would pad every row to the longest citation.
    '<!-- prettier-ignore-start -->',
    '',
    '## 期限',
    '',
    ...table(['期限', '时限', '可暂停', '依据'], clockRows(definition)),
    '',
    '## 参数',
    '',
    ...table(['参数', '含义', '默认值', '可填', '依据'], parameterRows(definition)),
    '',
    '## 材料',
    '',
    ...table(['种类', '材料', '要求', '依据'], materialRows(definition)),
    '',
    '## 规则',
    '',
    ...table(['规则', '要求', '办理动作', '效力', '依据'], ruleRows(definition)),
    '',
    '## 办理动作',
    '',
    ...table(
      ['动作', '名称', '办理人'],
      Object.entries(definition.events).map(([type, { label, by }]) => [
        code(type),
        label,
        by.map(roleLabel).join('、'),
      ]),
    ),
    '',
    '## 流程图',
    '',
    '```mermaid',
    mermaid(definition).trimEnd(),
    '```',
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}

const units = { workday: '个工作日', day: '日', month: '个月' } as const;

function clockRows(definition: Definition): string[][] {
  const context = definition.initialContext({
    drafter: '',
    fields: definition.fields.parse(definition.fieldExamples[0] ?? {}) as Record<string, unknown>,
    round: 1,
  });
  return Object.entries(definition.clocks).map(([key, clock]) => {
    const limit = clock.limit?.(context as never, {});
    const floor = clock.floor?.(context as never, {}) ?? null;
    const atLeast = floor === null ? '' : `，不少于${floor.value}${units[floor.unit]}`;
    // A limit of 0 means that the case does not have the clock.
    const counted =
      limit === undefined
        ? '至案件载明的日期'
        : limit.value === 0
          ? '默认不设'
          : `${limit.value}${units[limit.unit]}${atLeast}`;
    const words = [counted, ...keepingWords(definition, clock)].join('；');
    return [`${clock.label} ${code(key)}`, words, (clock.pausable ?? true) ? '是' : '否', clock.citation];
  });
}

/**
 * What happens after the limit of a clock: its reminders, whether it runs after the case, which other clock must fit
 * into it.
 */
function keepingWords(definition: Definition, clock: ClockDefinition): string[] {
  const window = clock.remind?.window?.(
    Object.fromEntries(Object.entries(definition.parameters).map(([key, { value }]) => [key, value])),
  );
  const covered = (clock.covers ?? []).map((each) => definition.clocks[each.clock]?.label ?? each.clock);
  return [
    ...(clock.keeps === true ? ['归档后继续'] : []),
    ...(clock.atEnd === 'lapse' ? ['届满自行失效'] : []),
    ...(clock.settle === undefined ? [] : [`可${clock.settle.label}`]),
    ...(window === undefined ? [] : [`提前${window.value}${units[window.unit]}提醒`]),
    ...(covered.length === 0 ? [] : [`${covered.join('、')}应在其内届满，来不及时预警`]),
  ];
}

function parameterRows({ parameters }: Definition): string[][] {
  return Object.entries(parameters).map(([key, spec]) => [
    code(key),
    spec.label,
    `${spec.value}（${spec.unit}）`,
    boundsInWords(boundsOf(spec)),
    spec.citation,
  ]);
}

function materialRows({ materials }: Definition): string[][] {
  return materials.map(({ kind, label, required, requiredWhen, condition, citation }) => {
    const demand = required ? '必需' : requiredWhen === undefined ? '视情提供' : '必需';
    return [code(kind), label, condition === undefined ? demand : `${demand}（${condition}）`, citation ?? ''];
  });
}

interface RuleRow {
  readonly rule: Rule<unknown> & { readonly summary?: string };
  readonly events: Set<string>;
}

/** Every rule of the machine by id, with the events that it can refuse. */
export function rulesOf(definition: Definition): ReadonlyMap<string, RuleRow> {
  const rows = new Map<string, RuleRow>();
  for (const { node } of statesOf(definition).values()) {
    for (const transition of [...node.transitions.values()].flat()) {
      const params = (transition.guard as { params?: { rules?: Rule<unknown>[] } } | undefined)?.params;
      for (const rule of params?.rules ?? []) {
        const row = rows.get(rule.id) ?? { rule, events: new Set<string>() };
        row.events.add(definition.events[transition.eventType as string]?.label ?? transition.eventType);
        rows.set(rule.id, row);
      }
    }
  }
  return rows;
}

function ruleRows(definition: Definition): string[][] {
  const rows = new Map(rulesOf(definition));
  for (const { settle } of Object.values(definition.clocks)) {
    for (const rule of settle?.rules ?? []) {
      const events = new Set([...(rows.get(rule.id)?.events ?? []), settle?.label ?? '']);
      rows.set(rule.id, { rule: rows.get(rule.id)?.rule ?? rule, events });
    }
  }
  return [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { rule, events }]) => [
      code(id),
      rule.summary ?? (typeof rule.message === 'string' ? rule.message : ''),
      [...events].join('、'),
      rule.strength === 'soft' ? '可写明理由后办理' : '不得办理',
      rule.citation ?? '工作秩序',
    ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function code(text: string): string {
  return `\`${text}\``;
}
