/** The holders of open tasks, since when and until when; and the operations on a task other than answering. */
import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useDefinition } from '../api/queries.ts';
import type { CaseTask, CaseView } from '../api/types.ts';
import { useMe } from '../session/session.tsx';
import { fullDate, instant } from '../shared/dates.ts';
import { roleLabel } from '../shared/words.ts';
import { EventForm } from './event-form.tsx';
import { mayUrge, operationsFor } from './task-operations.ts';
import { UrgeDialog } from './urge-dialog.tsx';

interface Operation {
  readonly type: string;
  readonly label: string;
  readonly task: CaseTask;
}

export function TaskList({ view, onDone }: { view: CaseView; onDone?: (view: CaseView) => void }) {
  const { message } = App.useApp();
  const [operation, setOperation] = useState<Operation | null>(null);
  const [urged, setUrged] = useState<CaseTask | null>(null);
  if (view.tasks.length === 0) {
    return <Typography.Text type="secondary">现在没有待办的任务。</Typography.Text>;
  }
  return (
    <>
      <ul aria-label="待办任务" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {view.tasks.map((task) => (
          <li key={task.id} style={{ padding: '6px 0', borderTop: '1px solid #8883' }}>
            <Flex gap={8} align="center" justify="space-between">
              <div style={{ minWidth: 0 }}>
                <div>
                  {task.label}：{task.holder?.name || `${roleLabel(task.role)}（任一人）`}
                </div>
                <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                  自 {instant(task.openedAt)}
                  {task.dueOn === null ? '' : `，期限 ${fullDate(task.dueOn)}${task.provisional ? '（暂估）' : ''}`}
                </Typography.Text>
              </div>
              <TaskMenu view={view} task={task} onOperate={setOperation} onUrge={() => setUrged(task)} />
            </Flex>
          </li>
        ))}
      </ul>
      <Modal
        open={operation !== null}
        title={operation === null ? '' : `${operation.label} · ${operation.task.label}`}
        footer={null}
        mask={{ closable: false }}
        destroyOnHidden
        onCancel={() => setOperation(null)}
      >
        {operation === null ? null : (
          <EventForm
            key={operation.type + operation.task.id}
            view={view}
            event={{ type: operation.type, label: operation.label, allowed: true, refusals: [] }}
            given={givenBy(operation)}
            onCancel={() => setOperation(null)}
            onDone={(next) => {
              setOperation(null);
              void message.success(`已办理：${operation.label}`);
              onDone?.(next);
            }}
          />
        )}
      </Modal>
      <UrgeDialog task={urged} onClose={() => setUrged(null)} />
    </>
  );
}

/** When the task of another person is transferred, the payload names its holder. */
function givenBy({ type, task }: Operation): Record<string, string> {
  return {
    task: task.key,
    ...(type === 'task.transfer' && task.holder !== null ? { from: task.holder.id } : {}),
  };
}

interface TaskMenuProps {
  readonly view: CaseView;
  readonly task: CaseTask;
  readonly onOperate: (operation: Operation) => void;
  readonly onUrge: () => void;
}

function TaskMenu({ view, task, onOperate, onUrge }: TaskMenuProps) {
  const me = useMe();
  const { data: definition } = useDefinition(view.category, view.definitionVersion);
  const labels = new Map(definition?.taskEvents.map(({ type, label }) => [type, label]));
  const items = [
    ...(mayUrge(me, task) ? [{ key: 'urge', label: '催办', onClick: onUrge }] : []),
    ...operationsFor(me, view, task).map((type) => ({
      key: type,
      label: labels.get(type) ?? type,
      onClick: () => onOperate({ type, label: labels.get(type) ?? type, task }),
    })),
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        className="no-print"
        icon={<MoreOutlined />}
        aria-label={`${task.label}${task.holder === null ? '' : `（${task.holder.name}）`}的其他操作`}
        aria-haspopup="menu"
      />
    </Dropdown>
  );
}
