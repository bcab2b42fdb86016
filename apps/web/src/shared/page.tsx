import { Empty, Flex, Skeleton, Typography } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

/** The frame of every page: a heading of level 1, actions on its right, and the title of the window. */
export function Page({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 合法性审核`;
  }, [title]);
  return (
    <Flex vertical gap={16}>
      <Flex align="center" justify="space-between" gap={12} wrap>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {title}
        </Typography.Title>
        {extra === undefined ? null : (
          <Flex gap={8} wrap className="no-print">
            {extra}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  );
}

interface Loaded<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Shows the result of a query, its refusal, or a loading indicator. */
export function Loading<T>({ query, children }: { query: Loaded<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton active />;
}

/** An empty list says what to do, not only that it is empty. */
export function Nothing({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children}>
      {action}
    </Empty>
  );
}
