import type { ReportCase } from '@lawgate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate } from '../../shared/dates.ts';
import { NotRecorded, RecordedTag } from '../../shared/not-recorded.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';
import { recordedState } from '../../shared/recorded-words.ts';
import { figureLabels, type FigureKey } from './figure-words.ts';

/** The cases behind the figure in the URL, exactly as many as the figure. */
export function FigureCases({ year }: { year: string }) {
  const [search] = useSearchParams();
  const figure = search.get('figure') as FigureKey | null;
  const category = search.get('category');
  const organisation = search.get('organisation');
  const frame = useRef<HTMLDivElement>(null);
  const known = figure !== null && figure in figureLabels;
  const query = {
    ...(known ? { figure } : {}),
    ...(category === null ? {} : { category }),
    ...(organisation === null ? {} : { organisation }),
  };
  const cases = useInfiniteQuery({
    queryKey: [...keys.reports, year, 'cases', query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/reports/annual/{year}/cases', {
          params: {
            path: { year: year as never },
            query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: known,
  });
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [figure, category]);
  if (!known) return null;
  return (
    <div ref={frame}>
      <Card title={`${figureLabels[figure]}的案件`}>
        <Loading query={cases}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Nothing>没有案件。</Nothing>;
            return (
              <>
                <DataTable<ReportCase>
                  label={`${figureLabels[figure]}的案件`}
                  rowKey="id"
                  dataSource={items}
                  columns={[
                    {
                      title: '事项',
                      render: (_, { id, title, state }) => (
                        <Flex gap={8} align="center" wrap>
                          <Link to={`/cases/${id}`}>{title}</Link>
                          {state === recordedState ? <RecordedTag /> : null}
                        </Flex>
                      ),
                    },
                    { title: '类别', dataIndex: 'categoryLabel' },
                    { title: '收件', render: (_, one) => dayOf(one, one.receivedOn) },
                    { title: '受理', render: (_, one) => dayOf(one, one.acceptedOn) },
                    { title: '办结', render: (_, one) => dayOf(one, one.outcomeOn) },
                    {
                      title: '工作日',
                      align: 'right',
                      render: (_, one) => <span className="numeric">{one.workingDays ?? nothing(one)}</span>,
                    },
                    { title: '现在', dataIndex: 'stage' },
                  ]}
                />
                {cases.hasNextPage ? (
                  <Button onClick={() => void cases.fetchNextPage()} loading={cases.isFetchingNextPage}>
                    更多案件
                  </Button>
                ) : null}
              </>
            );
          }}
        </Loading>
      </Card>
    </div>
  );
}

function dayOf(one: ReportCase, day: string | null): ReactNode {
  return day === null ? nothing(one) : fullDate(day);
}

function nothing({ state }: ReportCase): ReactNode {
  return state === recordedState ? <NotRecorded /> : '—';
}
