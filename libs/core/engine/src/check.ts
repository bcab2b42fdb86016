/**
 * The checks that a definition must pass before a case may be opened under it; run at start and in every workflow's
 * tests.
 */
import { checkActs } from './check/acts.ts';
import { checkClocks } from './check/clocks.ts';
import { checkEvents } from './check/events.ts';
import { checkFacts } from './check/facts.ts';
import { checkMigrations } from './check/migrations.ts';
import { checkMaterials } from './check/materials.ts';
import { checkParameters } from './check/parameters.ts';
import { checkObligations } from './check/obligations.ts';
import { checkPapers } from './check/papers.ts';
import { isBlank, problem, type DefinitionProblem } from './check/problem.ts';
import { reachOf, type Reach } from './check/reach.ts';
import { checkRecorded } from './check/recorded.ts';
import { checkNodes, checkReach } from './check/states.ts';
import { checkTasks } from './check/tasks.ts';
import type { Definition } from './definition.ts';
import { EngineError } from './errors.ts';
import { nodesOf, pathOf } from './transitions.ts';

export type { DefinitionProblem, DefinitionProblemCode } from './check/problem.ts';

/** Everything that is wrong with a definition; an empty list when it is sound. */
export function checkDefinition(definition: Definition): DefinitionProblem[] {
  const withoutStart = checkInitial(definition);
  // A machine without an initial state cannot be explored; the other checks still run.
  const reach: Reach | null = withoutStart.length === 0 ? reachOf(definition) : null;
  return [
    ...checkNames(definition),
    ...withoutStart,
    ...(reach === null ? [] : checkReach(definition, reach)),
    ...checkNodes(definition),
    ...checkTasks(definition),
    ...checkEvents(definition),
    ...checkClocks(definition, reach),
    ...checkParameters(definition),
    ...checkActs(definition, reach),
    ...checkObligations(definition, reach),
    ...checkFacts(definition),
    ...checkMaterials(definition, reach),
    ...checkPapers(definition),
    ...checkRecorded(definition),
    ...checkMigrations(definition),
  ];
}

/** Definitions that were found sound in this process, or when they were released. */
const sound = new WeakSet<Definition>();

/**
 * Marks a definition as checked, because it passed when it was released and has not changed since. Checking every state
 * of every category at start takes about 0.4 s of processor time.
 */
export function takeAsSound(definition: Definition): void {
  sound.add(definition);
}

/**
 * Throws unless all definitions are sound. Each is checked once in a process.
 *
 * @param isSpared true for a definition that is not checked
 * @throws EngineError `engine.definition-invalid`, with every problem of every definition in its message.
 */
export function requireSound(
  definitions: readonly Definition[],
  isSpared: (definition: Definition) => boolean = () => false,
): void {
  const lines: string[] = [];
  const keys = new Set<string>();
  for (const definition of definitions) {
    const name = `${definition.key}@${definition.version}`;
    const twice = keys.has(name)
      ? [problem('definition.key-duplicate', 'definition', `流程“${name}”有两个。请改 key 或 version。`)]
      : [];
    keys.add(name);
    for (const { code, where, message } of [
      ...twice,
      ...(sound.has(definition) || isSpared(definition) ? [] : checkDefinition(definition)),
    ]) {
      lines.push(`${name} ${where} [${code}] ${message}`);
    }
  }
  if (lines.length > 0) {
    throw new EngineError('engine.definition-invalid', `流程定义有${lines.length}处问题：\n${lines.join('\n')}`);
  }
  for (const definition of definitions) if (!isSpared(definition)) sound.add(definition);
}

function checkInitial(definition: Definition): DefinitionProblem[] {
  return nodesOf(definition).flatMap((node) => {
    if (node.type !== 'compound') return [];
    const initial = node.config.initial as string | { target?: string } | undefined;
    const key = typeof initial === 'object' ? initial.target : initial;
    if (typeof key === 'string' && Object.hasOwn(node.states, key)) return [];
    const where = pathOf(node) || 'definition';
    const message = `环节“${where}”没有写明从哪个下级环节开始，或所写的“${key ?? ''}”不存在。请在 initial 中写明，可用：${Object.keys(node.states).join('、')}。`;
    return [problem('definition.initial-missing', where, message)];
  });
}

function checkNames(definition: Definition): DefinitionProblem[] {
  const missing = (what: string, text: unknown): DefinitionProblem[] =>
    isBlank(text)
      ? [problem('definition.label-missing', 'definition', `流程“${definition.key}”没有${what}。请写明。`)]
      : [];
  const examples = (definition.fieldExamples ?? []).flatMap((example, index) =>
    definition.fields.safeParse(example).success
      ? []
      : [
          problem(
            'definition.field-example-invalid',
            'definition',
            `第${index + 1}个送审字段样例不符合 fields 的格式。请改正样例或格式。`,
          ),
        ],
  );
  return [
    ...missing('名称（label）', definition.label),
    ...missing('统计名称（count.label）', definition.count?.label),
    ...missing('统计单位（count.unit）', definition.count?.unit),
    ...examples,
  ];
}
