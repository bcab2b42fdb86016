import type { CategoryVersions, DefinitionMigrationSummary as Order, InstalledVersion } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { MigrationProgress, MigrationTrial, orderStates, versionsKey } from './migration-parts.tsx';

const isOpen = ({ state }: Order): boolean => state === 'waiting' || state === 'running';

/** Which versions of each category are installed, whose cases are open on them, and taking those cases along. */
export function VersionsSection() {
  const versions = useQuery({
    queryKey: versionsKey,
    queryFn: () => answered(api.GET('/api/administration/versions')),
    refetchInterval: ({ state }) => (state.data?.items.some(({ orders }) => orders.some(isOpen)) ? 3000 : false),
  });
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        新建案件适用现行版本，在办案件仍按新建时的版本办理。新版本带有迁移的，可以先试算，再把在办案件迁移过去。
      </Typography.Text>
      <Loading query={versions}>
        {({ items }) => {
          const several = items.filter(({ versions: each, orders }) => each.length > 1 || orders.length > 0);
          const others = items.filter((category) => !several.includes(category));
          return (
            <>
              {several.some(hasOldCases) ? null : (
                <Nothing>在办案件都适用现行版本，不需要迁移。安装新版本后，仍按旧版本办理的案件会列在这里。</Nothing>
              )}
              {several.map((category) => (
                <Category key={category.key} category={category} />
              ))}
              {others.length === 0 ? null : <OneVersionTable categories={others} />}
            </>
          );
        }}
      </Loading>
    </Flex>
  );
}

const hasOldCases = ({ versions }: CategoryVersions): boolean =>
  versions.some(({ current, openCases }) => !current && openCases > 0);

interface Step {
  readonly from: number;
  readonly to: number;
}

/** What is open below the table of a category: a dry run, or an order. */
type Shown = { readonly trial: Step } | { readonly order: string };

function Category({ category }: { category: CategoryVersions }) {
  const { key, label, versions, migrations, orders } = category;
  const [chosen, setChosen] = useState<Shown | null>(null);
  const running = orders.find(isOpen);
  // Somebody may have ordered it in another window.
  const shown = chosen ?? (running === undefined ? null : { order: running.id });
  return (
    <section aria-label={label}>
      <Flex vertical gap={12}>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {label}
        </Typography.Title>
        <DataTable<InstalledVersion>
          label={`${label}的版本`}
          rowKey="version"
          dataSource={versions}
          columns={versionColumns}
        />
        {versions.map((version) => (
          <Steps
            key={version.version}
            version={version}
            steps={migrations.filter(({ from }) => from === version.version)}
            disabled={running !== undefined}
            onTry={(trial) => setChosen({ trial })}
          />
        ))}
        {shown !== null && 'trial' in shown ? (
          <MigrationTrial
            key={`${shown.trial.from} ${shown.trial.to}`}
            category={key}
            {...shown.trial}
            onOrdered={(order) => setChosen({ order })}
            onClose={() => setChosen(null)}
          />
        ) : null}
        {shown !== null && 'order' in shown ? <MigrationProgress category={key} id={shown.order} /> : null}
        {orders.length === 0 ? null : (
          <PastOrders label={label} orders={orders} onShow={(order) => setChosen({ order })} />
        )}
      </Flex>
    </section>
  );
}

const versionColumns: TableColumnsType<InstalledVersion> = [
  { title: '版本号', width: 90, render: (_, { version }) => `第${version}版` },
  { title: '状态', width: 140, render: (_, version) => <State {...version} /> },
  {
    title: '在办',
    align: 'right',
    width: 90,
    render: (_, { openCases }) => <span className="numeric">{openCases} 件</span>,
  },
  { title: '内容校验值', render: (_, { hash }) => <Hash hash={hash} /> },
];

/** Categories of which nothing but the current version is there, in one table. */
function OneVersionTable({ categories }: { categories: readonly CategoryVersions[] }) {
  const rows = categories.flatMap(({ key, label, versions }) => versions.map((each) => ({ ...each, key, label })));
  return (
    <DataTable<(typeof rows)[number]>
      label="只有现行版本的类别"
      rowKey="key"
      dataSource={rows}
      columns={[
        { title: '类别', width: 160, dataIndex: 'label' },
        ...(versionColumns as TableColumnsType<(typeof rows)[number]>),
      ]}
    />
  );
}

function State({ current, openCases }: InstalledVersion) {
  if (current) return <Tag color="green">现行</Tag>;
  return openCases > 0 ? <Tag color="gold">仅在办案件适用</Tag> : <Tag>已无在办案件</Tag>;
}

function Hash({ hash }: { hash: string | null }) {
  if (hash === null) return '—';
  return (
    <Typography.Text code copyable={{ text: hash, tooltips: ['复制校验值', '已复制'] }}>
      {hash.slice(0, 12)}
    </Typography.Text>
  );
}

interface StepsProps {
  readonly version: InstalledVersion;
  readonly steps: readonly Step[];
  readonly disabled: boolean;
  readonly onTry: (step: Step) => void;
}

/** What can be done for the open cases of an older version. */
function Steps({ version: { version, current, openCases }, steps, disabled, onTry }: StepsProps) {
  if (current || openCases === 0) return null;
  if (steps.length === 0) {
    return (
      <Typography.Text type="secondary">
        第{version}版的 {openCases} 件按该版本办结：新版本没有带从第{version}版的迁移。
      </Typography.Text>
    );
  }
  return (
    <Flex gap={8} wrap align="center">
      <span>
        第{version}版的 {openCases} 件：
      </span>
      {steps.map((step) => (
        <Button key={step.to} disabled={disabled} onClick={() => onTry(step)}>
          试算迁移到第{step.to}版
        </Button>
      ))}
    </Flex>
  );
}

interface PastOrdersProps {
  readonly label: string;
  readonly orders: Order[];
  readonly onShow: (id: string) => void;
}

function PastOrders({ label, orders, onShow }: PastOrdersProps) {
  return (
    <DataTable<Order>
      label={`${label}最近的迁移`}
      rowKey="id"
      dataSource={orders}
      columns={[
        { title: '最近的迁移', width: 140, render: (_, { from, to }) => `第${from}版 → 第${to}版` },
        { title: '状态', width: 100, render: (_, { state }) => <Tag>{orderStates[state]}</Tag> },
        { title: '已迁移', align: 'right', width: 80, render: (_, { counts }) => counts.migrated },
        { title: '未迁移', align: 'right', width: 80, render: (_, { counts }) => counts.kept + counts.waiting },
        {
          title: '下达',
          width: 220,
          render: (_, { orderedBy, orderedAt }) => `${orderedBy.name} ${instant(orderedAt)}`,
        },
        { title: '理由', width: 220, render: (_, { reason }) => <span className="written">{reason ?? '—'}</span> },
        {
          title: '操作',
          render: (_, { id }) => (
            <Button size="small" onClick={() => onShow(id)}>
              查看结果
            </Button>
          ),
        },
      ]}
    />
  );
}
