/** Checks for clocks that run after the case: when they end, who ends them, and who gets their reminders. */
import type { Definition } from '../definition.ts';
import { tasksOf } from '../machine.ts';
import { isBlank, problem, type DefinitionProblem } from './problem.ts';

export function checkKeeping(definition: Definition, key: string): DefinitionProblem[] {
  const clock = definition.clocks[key];
  if (clock === undefined) return [];
  const where = `clock:${key}`;
  const problems: DefinitionProblem[] = [];
  if (/\.\d+$/.test(key)) {
    const message = `期限“${key}”的名称以“.数字”结尾，会与多期的期限混淆。请换一个名称。`;
    problems.push(problem('definition.clock-key-invalid', where, message));
  }
  const ends = [clock.limit, clock.until, clock.instances].filter((end) => end !== undefined).length;
  const dated = clock.until !== undefined || clock.instances !== undefined;
  if (ends !== 1 || (clock.atEnd === 'lapse' && (!dated || clock.onDue !== undefined))) {
    const message =
      `期限“${key}”何时届满不明确。请在 limit、until、instances 中只写一项；` +
      `自行失效（atEnd: 'lapse'）的期限应写 until 或 instances，且不写 onDue。`;
    problems.push(problem('definition.clock-end-unclear', where, message));
  }
  if (clock.keeps === true && clock.atEnd !== 'lapse' && clock.settle === undefined) {
    const message = `期限“${key}”在案件办结后继续，却没有办法结束。请写 atEnd: 'lapse' 或者 settle。`;
    problems.push(problem('definition.clock-kept-for-ever', where, message));
  }
  const carried = [...tasksOf(definition).values()].some((task) => task.clock === key);
  if (clock.remind !== undefined && (clock.remind.to.length === 0 || isBlank(clock.remind.advice) || carried)) {
    const message =
      `期限“${key}”的提醒没有写明对象（to）或者应办事项（advice），或者已有任务承载、会重复提醒。` +
      `请补齐，或者删去 remind。`;
    problems.push(problem('definition.clock-reminds-nobody', where, message));
  }
  for (const { clock: covered, pausedFor } of clock.covers ?? []) {
    const unknown = [covered, ...pausedFor].filter((each) => !Object.hasOwn(definition.clocks, each));
    if (unknown.length === 0) continue;
    const message = `期限“${key}”的 covers 写到的“${unknown.join('”、“')}”没有声明。请在 clocks 中声明。`;
    problems.push(problem('definition.clock-covers-undeclared', where, message));
  }
  return problems;
}
