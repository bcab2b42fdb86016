/** Checks that every event is declared, used, and has the label and description that the interface needs. */
import type { Definition, EventSpec } from '../definition.ts';
import { internalEventTypes, isTaskEvent } from '../task-events.ts';
import { nodesOf, pathOf } from '../transitions.ts';
import { isBlank, problem, type DefinitionProblem } from './problem.ts';

const eventName = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;

export function checkEvents(definition: Definition): DefinitionProblem[] {
  const used = usedEvents(definition);
  return [
    ...[...used].flatMap(([type, where]) => checkUse(definition, type, where)),
    ...Object.entries(definition.events).flatMap(([type, spec]) => [
      ...checkName(type),
      ...(used.has(type)
        ? []
        : [
            problem(
              'definition.event-unused',
              `event:${type}`,
              `动作“${type}”已声明，但没有任何环节接受。请在环节的 on 中使用，或删去声明。`,
            ),
          ]),
      ...checkSpec(type, spec),
    ]),
  ];
}

/**
 * Event types of the transitions, each with the first state that uses it. XState's own are left out unless declared.
 */
function usedEvents(definition: Definition): Map<string, string> {
  const used = new Map<string, string>();
  for (const node of nodesOf(definition)) {
    for (const type of node.transitions.keys()) {
      const own = type.startsWith('xstate.') && !Object.hasOwn(definition.events, type);
      if (!own && !used.has(type)) used.set(type, pathOf(node) || 'definition');
    }
  }
  return used;
}

function checkUse(definition: Definition, type: string, where: string): DefinitionProblem[] {
  const internal: readonly string[] = internalEventTypes;
  if (Object.hasOwn(definition.events, type) || internal.includes(type) || isTaskEvent(type)) return [];
  return [
    problem(
      'definition.event-undeclared',
      where,
      `环节“${where}”接受动作“${type}”，但该动作没有声明，谁也不能发出。请在 events 中声明它的名称、角色和内容。`,
    ),
  ];
}

function checkName(type: string): DefinitionProblem[] {
  const reserved = /^(?:xstate|task)(?:\.|$)/.test(type);
  if (eventName.test(type) && !reserved) return [];
  return [
    problem(
      'definition.event-name-invalid',
      `event:${type}`,
      reserved
        ? `动作名“${type}”占用了引擎保留的前缀（xstate.、task.）。请另起名称。`
        : `动作名“${type}”不合规范。请用小写英文词，以点或连字符相连，如 supplement.request。`,
    ),
  ];
}

function checkSpec(type: string, spec: EventSpec): DefinitionProblem[] {
  const where = `event:${type}`;
  const problems: DefinitionProblem[] = [];
  if (isBlank(spec.label)) {
    problems.push(problem('definition.label-missing', where, `动作“${type}”没有名称。请写明 label。`));
  }
  if ((spec.by ?? []).length === 0) {
    problems.push(
      problem('definition.event-roles-missing', where, `动作“${type}”没有写明由谁办理。请在 by 中列出角色。`),
    );
  }
  // A definition may be plain JavaScript, so the compiler has not checked for the schema.
  if (typeof (spec.payload as EventSpec['payload'] | undefined)?.safeParse !== 'function') {
    const message = `动作“${type}”没有内容格式。请给 payload 写 zod 格式；没有内容时写 z.strictObject({})。`;
    problems.push(problem('definition.event-payload-missing', where, message));
    return problems;
  }
  if ((spec.examples ?? []).length === 0) {
    const message = `动作“${type}”没有样例。请在 examples 中至少给一个有效内容，用于文档和全流程检验。`;
    problems.push(problem('definition.event-examples-missing', where, message));
  }
  for (const [index, example] of (spec.examples ?? []).entries()) {
    const parsed = spec.payload.safeParse(example);
    if (parsed.success) continue;
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${issue.message}`).join('；');
    const message = `动作“${type}”的第${index + 1}个样例不符合其内容格式（${issues}）。请改正样例或格式。`;
    problems.push(problem('definition.event-example-invalid', where, message));
  }
  return problems;
}
