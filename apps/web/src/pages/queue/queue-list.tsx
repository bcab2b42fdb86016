/** The queue by working days left. More rows are loaded when its end becomes visible. */
import { Flex, theme, Typography } from 'antd';
import { Link } from 'react-router';
import type { QueueTask } from '../../api/types.ts';
import { DueTag } from '../../shared/due-tag.tsx';
import { MoreInSight } from '../../shared/more-in-sight.tsx';
import './queue.css';

export interface QueueListProps {
  readonly tasks: readonly QueueTask[];
  readonly openId: string | undefined;
  /** The filter in the URL, kept when a case is opened. */
  readonly search: string;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
}

export function QueueList({ tasks, openId, search, more, loadingMore, onMore }: QueueListProps) {
  const { token } = theme.useToken();
  return (
    <>
      <ol className="queue-list" aria-label="待办" data-queue>
        {tasks.map((task) => (
          <li key={task.id} style={{ borderColor: token.colorBorderSecondary }}>
            <Link
              to={{ pathname: `/queue/${task.case.id}`, search }}
              aria-current={task.case.id === openId ? 'true' : undefined}
              data-case={task.case.id}
              style={{
                color: token.colorText,
                ...(task.case.id === openId ? { background: token.controlItemBgActive } : {}),
              }}
            >
              <Flex justify="space-between" align="start" gap={8}>
                <span className="queue-title">{task.case.title}</span>
                <DueTag dueOn={task.dueOn} remaining={task.remaining} provisional={task.provisional} />
              </Flex>
              <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                {[task.label, task.case.categoryLabel, task.case.submittingUnit].filter(Boolean).join(' · ')}
              </Typography.Text>
            </Link>
          </li>
        ))}
      </ol>
      {more ? <MoreInSight loading={loadingMore} onMore={onMore} /> : null}
    </>
  );
}
