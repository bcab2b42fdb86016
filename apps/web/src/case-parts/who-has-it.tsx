/** Who has the case, since when, and how many working days are left. */
import { Flex, Typography } from 'antd';
import type { CaseClock, CaseTask, CaseView } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import { DueTag } from '../shared/due-tag.tsx';
import { roleLabel } from '../shared/words.ts';

/** Working days until a task is due, from the clock with the same due date; null where no open clock ends that day. */
export function remainingOf(task: CaseTask, clocks: readonly CaseClock[]): number | null {
  return (
    clocks.find(({ dueOn, remaining }) => dueOn !== null && dueOn === task.dueOn && remaining !== null)?.remaining ??
    null
  );
}

export function holderName(task: CaseTask): string {
  return task.holder?.name || `${roleLabel(task.role)}（待认领）`;
}

export function WhoHasIt({ view }: { view: CaseView }) {
  if (view.status === 'done') {
    return <Typography.Text>已办结，{instant(view.updatedAt)}</Typography.Text>;
  }
  if (view.tasks.length === 0) return <Typography.Text>没有待办任务</Typography.Text>;
  return (
    <Flex vertical gap={4} component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {view.tasks.map((task) => (
        <Flex key={task.id} component="li" gap={8} align="center" wrap>
          <span>
            <strong>{holderName(task)}</strong>：{task.label}
          </span>
          <Typography.Text type="secondary" className="numeric">
            自 {instant(task.openedAt)}
          </Typography.Text>
          <DueTag dueOn={task.dueOn} remaining={remainingOf(task, view.clocks)} provisional={task.provisional} />
        </Flex>
      ))}
    </Flex>
  );
}
