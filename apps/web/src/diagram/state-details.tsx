/** Details of a state, of the machine and of this case: roles and due dates. */
import type { CaseView, Definition } from '../api/types.ts';
import { fullDate, instant, remainingWords } from '../shared/dates.ts';
import { roleLabel } from '../shared/words.ts';
import type { Box } from './graph.ts';

interface StateDetailsProps {
  readonly box: Box;
  readonly definition: Definition;
  readonly view: CaseView | undefined;
  readonly dwell: string | undefined;
}

export function StateDetails({ box, definition, view, dwell }: StateDetailsProps) {
  const open = box.mark === 'here' ? (view?.tasks ?? []).filter(({ key }) => key === box.task?.key) : [];
  return (
    <ul className="state-details">
      {box.task === null ? null : (
        <li>
          办理：{roleLabel(box.task.role)}，{box.task.label}
        </li>
      )}
      {open.map(({ id, holder, role, dueOn, provisional }) => (
        <li key={id}>
          现由 {holder?.name || `${roleLabel(role)}（任一人）`} 办理
          {dueOn === null ? '' : `，期限 ${fullDate(dueOn)}${provisional ? '（暂估）' : ''}`}
        </li>
      ))}
      {box.clocks.map((key) => (
        <li key={key}>{clockWords(definition, view, key)}</li>
      ))}
      {box.visits.map(({ from, by, event, until }) => (
        <li key={from}>
          {instant(from)} {by}“{event}”后进入{until === null ? '' : `，${instant(until)} 离开`}
        </li>
      ))}
      {dwell === undefined ? null : <li>{dwell}</li>}
      {box.task === null && box.clocks.length === 0 && box.visits.length === 0 && dwell === undefined ? (
        <li>{box.kind === 'end' ? '流程到此结束' : '由系统自动流转'}</li>
      ) : null}
    </ul>
  );
}

function clockWords(definition: Definition, view: CaseView | undefined, key: string): string {
  const label = definition.clocks.find((clock) => clock.key === key)?.label ?? key;
  const clock = view?.clocks.find((each) => each.key === key);
  if (clock === undefined || clock.dueOn === null) return `计算${label}`;
  const left = clock.remaining === null ? '' : `，${remainingWords(clock.remaining)}`;
  return `${label}：${fullDate(clock.dueOn)}${clock.provisional ? '（暂估）' : left}`;
}
