/** Checks that every clock is declared, started, ended on every path, and that something happens when it is due. */
import type { Definition } from '../definition.ts';
import { statesOf } from '../machine.ts';
import { checkKeeping } from './keeping.ts';
import { isBlank, problem, type DefinitionProblem } from './problem.ts';
import type { Passed, Reach } from './reach.ts';

export function checkClocks(definition: Definition, reach: Reach | null): DefinitionProblem[] {
  return [
    ...checkUses(definition),
    ...Object.keys(definition.clocks).flatMap((key) => [
      ...checkDeclaration(definition, key),
      ...checkKeeping(definition, key),
      ...(reach?.complete ? checkRuns(definition, key, reach) : []),
    ]),
  ];
}

function checkUses(definition: Definition): DefinitionProblem[] {
  return [...statesOf(definition).values()].flatMap(({ path, meta }) => {
    const used = new Set([
      ...Object.keys(meta.clocks ?? {}),
      ...(meta.task?.clock === undefined ? [] : [meta.task.clock]),
    ]);
    return [...used]
      .filter((key) => !Object.hasOwn(definition.clocks, key))
      .map((key) =>
        problem(
          'definition.clock-undeclared',
          path,
          `环节“${path}”使用了期限“${key}”，但没有声明。请在 clocks 中声明。`,
        ),
      );
  });
}

function checkDeclaration(definition: Definition, key: string): DefinitionProblem[] {
  const clock = definition.clocks[key];
  if (clock === undefined) return [];
  const where = `clock:${key}`;
  const problems: DefinitionProblem[] = [];
  if (isBlank(clock.label)) {
    problems.push(problem('definition.label-missing', where, `期限“${key}”没有名称。请写明 label。`));
  }
  if (clock.onDue === undefined) return problems;
  const event = Object.hasOwn(definition.events, clock.onDue) ? definition.events[clock.onDue] : undefined;
  if (event === undefined) {
    const message = `期限“${key}”到期后要发出动作“${clock.onDue}”，但该动作没有声明。请在 events 中声明。`;
    problems.push(problem('definition.on-due-undeclared', where, message));
  } else if (!event.by.includes('system')) {
    const message = `期限“${key}”到期后由系统发出动作“${clock.onDue}”，但系统无权发出。请在该动作的 by 中加入 system。`;
    problems.push(problem('definition.on-due-not-by-system', where, message));
  }
  return problems;
}

function checkRuns(definition: Definition, key: string, reach: Reach): DefinitionProblem[] {
  const where = `clock:${key}`;
  const metas = [reach.first, ...[...reach.configurations.values()].flatMap(({ next }) => next)];
  const runs = metas.some(({ passed }) =>
    passed.some((one) => one.kind === 'clock' && one.key === key && one.move === 'run'),
  );
  if (!runs) {
    const message = `期限“${key}”已声明，但没有任何能到达的环节启动它。请在环节的 meta.clocks 中写 ${key}: 'run'，或删去声明。`;
    return [problem('definition.clock-never-run', where, message)];
  }
  // A clock that runs on after the end is ended in another way, which its declaration is checked for.
  if (definition.clocks[key]?.keeps === true) return [];
  const way = wayToAnEndStillRunning(key, reach);
  if (way === null) return [];
  const message =
    `期限“${key}”启动后，案件可以经“${way.join(' → ')}”办结而期限仍在走。` +
    `请在途中或办结环节的 meta.clocks 中写 ${key}: 'stop'（按期完成）或 'drop'（不再计算）。`;
  return [problem('definition.clock-never-stopped', where, message)];
}

/**
 * Searches over (configuration, whether the clock runs); returns the states on a shortest path that ends with it
 * running.
 */
function wayToAnEndStillRunning(key: string, reach: Reach): string[] | null {
  type Stop = { at: string; running: boolean; way: string[] };
  const arrive = (to: string, passed: readonly Passed[], running: boolean, way: readonly string[]): Stop => {
    const now = passed.reduce((was, one) => {
      if (one.kind !== 'clock' || one.key !== key) return was;
      // A pause is ignored: a paused clock has not ended either.
      return one.move === 'pause' ? was : one.move === 'run';
    }, running);
    const name = reach.configurations.get(to)?.name ?? to;
    return { at: to, running: now, way: way.at(-1) === name ? [...way] : [...way, name] };
  };
  const queue = [arrive(reach.first.to, reach.first.passed, false, [])];
  const seen = new Set<string>();
  for (let stop = queue.shift(); stop !== undefined; stop = queue.shift()) {
    const { at, running, way } = stop;
    if (seen.has(`${running} ${at}`)) continue;
    seen.add(`${running} ${at}`);
    const configuration = reach.configurations.get(at);
    if (configuration?.done && running) return way;
    for (const { to, passed } of configuration?.next ?? []) queue.push(arrive(to, passed, running, way));
  }
  return null;
}
