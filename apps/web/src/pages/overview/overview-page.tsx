import type { Overview } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate } from '../../shared/dates.ts';
import { DueTag } from '../../shared/due-tag.tsx';
import { Figure } from '../../shared/figure.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';

type Part = Overview['byStage'][number];

/** Open and overdue cases by town, category and stage; every figure opens exactly its cases. */
export default function OverviewPage() {
  const overview = useQuery({
    queryKey: [...keys.lists, 'overview'],
    queryFn: () => answered(api.GET('/api/overview')),
  });
  return (
    <Page title="总览">
      <Loading query={overview}>
        {(data) => (
          <>
            <Typography.Text type="secondary">截至 {fullDate(data.today)}</Typography.Text>
            <Flex gap={12} wrap>
              <Figure label="在办" value={data.open.count} to={data.open.list} />
              <Figure label="逾期" value={data.late.count} to={data.late.list} alarming={data.late.count > 0} />
              <Figure label="本周到期" value={data.dueThisWeek.count} to={data.dueThisWeek.list} />
              <Figure label="本年审结" value={data.concludedThisYear.count} to={data.concludedThisYear.list} />
            </Flex>
            <Flex gap={16} wrap align="stretch">
              <Parts title="按类别" parts={data.byCategory.map((part) => ({ ...part, name: part.label }))} />
              {data.byTown.length > 0 ? <Parts title="按镇" parts={data.byTown} /> : null}
              <Parts title="按环节" parts={data.byStage.map((part) => ({ ...part, name: part.stage }))} />
            </Flex>
            <Card title="逾期的案件">
              {data.lateCases.length === 0 ? (
                <Nothing>没有逾期的案件。</Nothing>
              ) : (
                <DataTable<Overview['lateCases'][number]>
                  label="逾期的案件"
                  rowKey="id"
                  dataSource={data.lateCases}
                  columns={[
                    { title: '事项', render: (_, { id, title }) => <Link to={`/cases/${id}`}>{title}</Link> },
                    { title: '类别', dataIndex: 'categoryLabel' },
                    { title: '环节', dataIndex: 'stage' },
                    {
                      title: '期限',
                      render: (_, { dueOn, remaining, provisional }) => (
                        <DueTag dueOn={dueOn} remaining={remaining} provisional={provisional} />
                      ),
                    },
                  ]}
                />
              )}
            </Card>
          </>
        )}
      </Loading>
    </Page>
  );
}

interface NamedPart {
  readonly name: string;
  readonly open: Part['open'];
  readonly late: Part['late'];
}

/** A chart, and the same data as a table for screen readers. */
function Parts({ title, parts }: { title: string; parts: readonly NamedPart[] }) {
  return (
    <Card title={title} style={{ flex: '1 1 380px', minWidth: 0 }}>
      {parts.length === 0 ? (
        <Nothing>没有在办的案件。</Nothing>
      ) : (
        <>
          <BarChart
            label={`${title}：在办与逾期`}
            names={parts.map(({ name }) => name)}
            series={[
              { name: '在办', values: parts.map(({ open }) => ({ value: open.count, to: open.list })) },
              { name: '逾期', values: parts.map(({ late }) => ({ value: late.count, to: late.list })) },
            ]}
            unit="件"
            height={Math.max(160, parts.length * 44 + 60)}
            lying
          />
          <DataTable<NamedPart>
            label={title}
            rowKey="name"
            dataSource={[...parts]}
            columns={[
              { title: title.slice(1), dataIndex: 'name' },
              { title: '在办', align: 'right', render: (_, { open }) => <Link to={open.list}>{open.count}</Link> },
              { title: '逾期', align: 'right', render: (_, { late }) => <Link to={late.list}>{late.count}</Link> },
            ]}
          />
        </>
      )}
    </Card>
  );
}
