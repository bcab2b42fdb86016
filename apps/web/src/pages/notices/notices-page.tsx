import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Segmented, Spin, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Notification } from '../../api/types.ts';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import './notices.css';

const pageSize = 50;

/** The inbox, newest first. A notice names its case and contains nothing of its content. */
export default function NoticesPage() {
  const queries = useQueryClient();
  const [which, setWhich] = useState<'all' | 'unread'>('all');
  const inbox = useInfiniteQuery({
    queryKey: [...keys.notifications, which],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/notifications', {
          params: {
            query: {
              limit: pageSize,
              ...(which === 'unread' ? { unread: 'true' as const } : {}),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: keys.notifications });
  const readAll = useMutation({ mutationFn: () => api.POST('/api/notifications/read-all'), onSuccess: refresh });
  const read = useMutation({
    mutationFn: (id: string) => api.POST('/api/notifications/{id}/read', { params: { path: { id } } }),
    onSuccess: refresh,
  });
  const unread = inbox.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title="通知"
      extra={
        <Button onClick={() => readAll.mutate()} disabled={unread === 0} loading={readAll.isPending}>
          全部标为已读
        </Button>
      }
    >
      <Segmented
        aria-label="筛选"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'all', label: '全部' },
          { value: 'unread', label: `未读（${unread}）` },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Loading query={inbox}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <Nothing>
                {which === 'unread' ? '没有未读通知。' : '还没有通知。有新的待办、临期提醒和催办时会出现在这里。'}
              </Nothing>
            );
          }
          return (
            <>
              <ul className="notices">
                {items.map((notice) => (
                  <Notice key={notice.id} notice={notice} onRead={() => read.mutate(notice.id)} />
                ))}
              </ul>
              {inbox.hasNextPage ? (
                <Button onClick={() => void inbox.fetchNextPage()} loading={inbox.isFetchingNextPage}>
                  更早的通知
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
      {inbox.isRefetching ? <Spin size="small" aria-label="正在刷新" /> : null}
    </Page>
  );
}

function Notice({ notice, onRead }: { notice: Notification; onRead: () => void }) {
  const { caseId, text, createdAt, readAt } = notice;
  const isNew = readAt === null;
  return (
    <li data-unread={isNew}>
      <Flex justify="space-between" gap={16} align="start" wrap>
        <div style={{ flex: '1 1 240px' }}>
          {isNew ? <span className="visually-hidden">未读：</span> : null}
          {caseId === null ? (
            <Typography.Text strong={isNew}>{text}</Typography.Text>
          ) : (
            <Link to={`/cases/${caseId}`} onClick={isNew ? onRead : undefined} style={isNew ? { fontWeight: 600 } : {}}>
              {text}
            </Link>
          )}
          <Typography.Text type="secondary" className="numeric" style={{ display: 'block', fontSize: 13 }}>
            {instant(createdAt)}
          </Typography.Text>
        </div>
        {isNew ? (
          <Button size="small" type="text" onClick={onRead} aria-label={`标为已读：${text}`}>
            标为已读
          </Button>
        ) : null}
      </Flex>
    </li>
  );
}
