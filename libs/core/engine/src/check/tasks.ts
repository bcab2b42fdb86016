/** Checks that every task can be done by somebody, and that doing it leads on. */
import type { AnyStateNode } from 'xstate';
import type { Definition, TaskSpec } from '../definition.ts';
import { statesOf } from '../machine.ts';
import { contains, nodesOf } from '../transitions.ts';
import { roles } from '../vocabulary.ts';
import { isBlank, problem, type DefinitionProblem } from './problem.ts';

export function checkTasks(definition: Definition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const seen = new Map<string, string>();
  for (const { path, node, meta } of statesOf(definition).values()) {
    if (meta.task === undefined) continue;
    const first = seen.get(meta.task.key);
    if (first !== undefined) {
      problems.push(
        problem(
          'definition.task-key-duplicate',
          path,
          `任务“${meta.task.key}”已用于环节“${first}”。请给“${path}”的任务另起一个 key。`,
        ),
      );
    }
    seen.set(meta.task.key, path);
    problems.push(...checkTask(definition, path, node, meta.task));
  }
  return problems;
}

function checkTask(definition: Definition, path: string, node: AnyStateNode, task: TaskSpec): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const say = (code: DefinitionProblem['code'], message: string): void => {
    problems.push(problem(code, path, message));
  };
  if (!roles.includes(task.role)) {
    say('definition.task-role-missing', `环节“${path}”的任务没有办理角色。请写明 role，可用：${roles.join('、')}。`);
  }
  if (isBlank(task.label)) {
    say('definition.task-label-missing', `环节“${path}”的任务没有名称。请写明 label。`);
  }
  if (node.type === 'final') {
    say('definition.task-on-final', `办结环节“${path}”不能再有任务，因为再无人能办。请把任务放在办结之前。`);
  }
  for (const type of task.completes ?? []) {
    if (!Object.hasOwn(definition.events, type)) {
      say(
        'definition.task-completes-undeclared',
        `任务“${task.key}”由动作“${type}”完成，但该动作没有声明。请在 events 中声明。`,
      );
    } else if (!handles(definition, node, type)) {
      say(
        'definition.task-completes-unhandled',
        `任务“${task.key}”由动作“${type}”完成，但环节“${path}”不接受该动作。请在其 on 中写明。`,
      );
    }
  }
  if (settlesByItself(task) && !handles(definition, node, 'task.settled')) {
    say(
      'definition.task-settled-unhandled',
      `任务“${task.key}”可由多人办理，减签或回避可使其在无人再答复时办结，但环节“${path}”不处理“task.settled”，案件会停住。请在其 on 中写明去向。`,
    );
  }
  return problems;
}

/**
 * True when the set can settle without an answer: several seats of which one may be removed. Under `any` only an answer
 * settles it.
 */
function settlesByItself({ policy, holders }: TaskSpec): boolean {
  return policy !== undefined && policy.kind !== 'any' && holders !== undefined;
}

/** True when the event is handled while the task is open: by the task's state, an ancestor or a descendant. */
function handles(definition: Definition, node: AnyStateNode, type: string): boolean {
  return nodesOf(definition).some(
    (other) => (contains(other, node) || contains(node, other)) && other.transitions.has(type),
  );
}
