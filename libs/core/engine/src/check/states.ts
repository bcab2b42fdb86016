/**
 * Checks that all states can be reached, that each leads to an end, and that they use only what the engine can execute.
 */
import { enterMarker, exitMarker, type Definition } from '../definition.ts';
import { isLeaf, nodesOf, pathOf } from '../transitions.ts';
import { stageAt, statesOf } from '../machine.ts';
import { isBlank, problem, type DefinitionProblem } from './problem.ts';
import { unreachable, type Reach } from './reach.ts';
import type { AnyStateNode } from 'xstate';

export function checkReach(definition: Definition, reach: Reach): DefinitionProblem[] {
  if (!reach.complete) {
    return [
      problem(
        'definition.too-many-configurations',
        'definition',
        `流程的状态组合超过${reach.configurations.size - 1}种，无法逐一检查。请减少并行环节，或拆成几个流程。`,
      ),
    ];
  }
  return [
    ...unreachable(definition, reach).map((node) =>
      problem(
        'definition.unreachable-state',
        pathOf(node),
        `没有办法到达环节“${pathOf(node)}”。请增加通向它的动作，或删去该环节。`,
      ),
    ),
    ...deadEnds(definition, reach).map((where) =>
      problem(
        'definition.dead-end',
        where,
        `案件到了“${where}”就再也不能办结。请增加通向办结环节的动作，或将其设为办结环节（type: 'final'）。`,
      ),
    ),
  ];
}

function deadEnds(definition: Definition, reach: Reach): string[] {
  const before = new Map<string, string[]>();
  for (const { key, next } of reach.configurations.values()) {
    for (const { to } of next) before.set(to, [...(before.get(to) ?? []), key]);
  }
  const alive = new Set<string>();
  const queue = [...reach.configurations.values()].filter(({ done }) => done).map(({ key }) => key);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (alive.has(key)) continue;
    alive.add(key);
    queue.push(...(before.get(key) ?? []));
  }
  const configurations = [...reach.configurations.values()];
  const living = new Set(configurations.filter(({ key }) => alive.has(key)).flatMap(({ active }) => active));
  const states = statesOf(definition);
  const found = new Set<string>();
  for (const { key, active, name } of configurations) {
    if (alive.has(key)) continue;
    // For a parallel state, only the region that is stuck is reported, where there is one.
    const stuck = active.filter((path) => states.get(path)?.node.type === 'atomic' && !living.has(path));
    for (const path of stuck.length > 0 ? stuck : [name]) found.add(path);
  }
  return [...found];
}

export function checkNodes(definition: Definition): DefinitionProblem[] {
  return nodesOf(definition).flatMap((node) => [
    ...checkTime(node),
    ...checkParts(node),
    ...checkStage(definition, node),
  ]);
}

function checkTime(node: AnyStateNode): DefinitionProblem[] {
  const where = whereOf(node);
  return [
    ...(Object.keys((node.config.after as object | undefined) ?? {}).length === 0
      ? []
      : [
          problem(
            'definition.uses-after',
            where,
            `环节“${where}”使用了 after，引擎不会触发。请改为声明期限（clocks），用 onDue 指定到期后发出的动作，并在 meta.clocks 中写 run。`,
          ),
        ]),
    ...(node.invoke.length === 0
      ? []
      : [
          problem(
            'definition.uses-invoke',
            where,
            `环节“${where}”使用了 invoke，引擎不会执行。请改用 effect(…) 写出要做的事，由系统在提交后办理。`,
          ),
        ]),
  ];
}

function checkParts(node: AnyStateNode): DefinitionProblem[] {
  const where = whereOf(node);
  const transitions = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  // The actions as written: XState adds actions of its own for `after`, which is reported separately.
  const written = [node.config.entry, node.config.exit].flat().filter((action) => action !== undefined);
  const actions = [...written, ...transitions.flatMap((transition) => transition.actions)];
  const isUnknown = (action: unknown): boolean => !knownActions.has((action as { type?: string } | null)?.type ?? '');
  const guards = transitions.map(({ guard }) => guard).filter((guard) => guard !== undefined);
  return [
    ...(actions.some(isUnknown)
      ? [
          problem(
            'definition.action-unknown',
            where,
            `环节“${where}”有引擎不认识的操作。请只用 effect(…) 写出效果，用 update(…) 修改案件内容。`,
          ),
        ]
      : []),
    ...(guards.some((guard) => (guard as { type?: string }).type !== 'gate')
      ? [
          problem(
            'definition.guard-unknown',
            where,
            `环节“${where}”有不是 gate(…) 的条件，被拒绝时说不出理由。请改用 gate({ when, rules })。`,
          ),
        ]
      : []),
  ];
}

const knownActions = new Set(['effect', 'xstate.assign', enterMarker, exitMarker]);

function checkStage(definition: Definition, node: AnyStateNode): DefinitionProblem[] {
  const path = pathOf(node);
  if (!isLeaf(node) || path === '') return [];
  if (!isBlank(stageAt(definition, path))) return [];
  return [
    problem(
      'definition.stage-missing',
      path,
      `环节“${path}”没有名称，办理人看不懂案件到了哪里。请在它或其上级环节的 meta.stage 写明。`,
    ),
  ];
}

function whereOf(node: AnyStateNode): string {
  return node.path.length === 0 ? 'definition' : pathOf(node);
}
