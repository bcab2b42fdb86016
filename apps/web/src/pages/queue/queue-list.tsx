/** The queue by working days left. More is loaded when its end comes into sight. */
import { Button, Flex, Spin, Typography, theme } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { QueueTask } from '../../api/types.ts';
import { DueTag } from '../../shared/due-tag.tsx';
import './queue.css';

export interface QueueListProps {
  readonly tasks: readonly QueueTask[];
  readonly openId: string | undefined;
  /** The filter of the address, kept when a case is opened. */
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

/** Loads the next page when it is scrolled to; the button is for those who do not scroll. */
function MoreInSight({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (element === null || loading) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [loading, onMore]);
  return (
    <div ref={end} style={{ padding: 12, textAlign: 'center' }}>
      {loading ? <Spin size="small" /> : <Button onClick={onMore}>显示更多</Button>}
    </div>
  );
}
