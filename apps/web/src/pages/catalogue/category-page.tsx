import { Card, Select, Tag, Typography } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { useDefinition, useDefinitions } from '../../api/queries.ts';
import type { Definition } from '../../api/types.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Page } from '../../shared/page.tsx';
import { Sections } from '../../shared/sections.tsx';
import { roleLabel } from '../../shared/words.ts';

/** One category from its definition: requirements, roles, limits, and citations. */
export default function CategoryPage() {
  const { key } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('version'));
  const definition = useDefinition(key, Number.isInteger(asked) && asked > 0 ? asked : undefined);
  const versions = useDefinitions().data?.find((each) => each.key === key)?.versions ?? [];
  const version = definition.data?.version;
  const set = (changed: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...changed }, { replace: true });
  return (
    <Page title={definition.data?.label ?? '审查类别'}>
      <Loading query={definition}>
        {(data) => (
          <Card>
            {versions.length > 1 && (
              <label className="form-line">
                版本{' '}
                <Select
                  aria-label="版本"
                  value={version}
                  options={versions.map((each) => ({ value: each, label: `第${each}版` }))}
                  onChange={(chosen) => set({ version: String(chosen) })}
                />
              </label>
            )}
            <Sections
              label="栏目"
              active={search.get('tab') ?? 'materials'}
              onChange={(tab) => set({ tab })}
              items={[
                { key: 'materials', label: '送审材料', children: <Materials definition={data} /> },
                { key: 'clocks', label: '期限', children: <Clocks definition={data} /> },
                { key: 'parameters', label: '参数', children: <Parameters definition={data} /> },
                { key: 'events', label: '动作', children: <Events definition={data} /> },
                { key: 'rules', label: '规则与依据', children: <Rules definition={data} /> },
              ]}
            />
          </Card>
        )}
      </Loading>
    </Page>
  );
}

function Materials({ definition }: { definition: Definition }) {
  return (
    <DataTable
      label="送审材料"
      rowKey="kind"
      dataSource={definition.materials}
      columns={[
        { title: '材料', dataIndex: 'label' },
        {
          title: '要求',
          render: (_, { required, conditional, condition }) =>
            conditional ? (
              <Tag>{condition ?? '视情形'}</Tag>
            ) : required ? (
              <Tag color="blue">必备</Tag>
            ) : (
              <Tag>可选</Tag>
            ),
        },
        { title: '依据', dataIndex: 'citation', render: (citation: string | null) => citation ?? '—' },
      ]}
    />
  );
}

function Clocks({ definition }: { definition: Definition }) {
  return (
    <DataTable
      label="期限"
      rowKey="key"
      dataSource={definition.clocks}
      columns={[
        { title: '期限', dataIndex: 'label' },
        { title: '可否暂停', render: (_, { pausable }) => (pausable ? '可暂停' : '不暂停') },
        { title: '到期', render: (_, { atEnd }) => (atEnd === 'lapse' ? '自行失效' : '逾期') },
        { title: '归档后', render: (_, { keeps }) => (keeps ? '继续计时' : '—') },
        { title: '依据', dataIndex: 'citation' },
      ]}
    />
  );
}

function Parameters({ definition }: { definition: Definition }) {
  return (
    <DataTable
      label="参数"
      rowKey="key"
      dataSource={definition.parameters}
      columns={[
        { title: '参数', dataIndex: 'label' },
        {
          title: '现行',
          align: 'right',
          render: (_, { value, standard, unit }) => (
            <span className="numeric">
              {value === standard ? `${value}${unit}` : <b>{`${value}${unit}（默认${standard}）`}</b>}
            </span>
          ),
        },
        { title: '依据', dataIndex: 'citation' },
      ]}
    />
  );
}

function Events({ definition }: { definition: Definition }) {
  return (
    <DataTable
      label="动作"
      rowKey="type"
      dataSource={definition.events.filter(({ by }) => !by.every((role) => role === 'system'))}
      columns={[
        { title: '动作', dataIndex: 'label' },
        { title: '由谁办理', render: (_, { by }) => by.map(roleLabel).join('、') },
      ]}
    />
  );
}

/** Each rule once, even if several transitions have it. */
function Rules({ definition }: { definition: Definition }) {
  const labels = new Map(definition.events.map(({ type, label }) => [type, label]));
  const byId = new Map<string, Definition['transitions'][number]['rules'][number] & { events: Set<string> }>();
  for (const { event, rules } of definition.transitions) {
    for (const rule of rules) {
      const known = byId.get(rule.id) ?? { ...rule, events: new Set<string>() };
      if (event !== null) known.events.add(labels.get(event) ?? event);
      byId.set(rule.id, known);
    }
  }
  return (
    <DataTable
      label="规则与依据"
      scroll={{ x: 700 }}
      rowKey="id"
      dataSource={[...byId.values()]}
      columns={[
        {
          title: '规则',
          render: (_, { message, id }) =>
            message ?? <Typography.Text type="secondary">按案件情况告知（{id}）</Typography.Text>,
        },
        { title: '拦住的动作', width: 180, render: (_, { events }) => [...events].join('、') },
        { title: '效力', width: 110, render: (_, { strength }) => (strength === 'hard' ? '不得越过' : '说明理由可过') },
        { title: '依据', width: 260, dataIndex: 'citation', render: (citation: string | null) => citation ?? '—' },
      ]}
    />
  );
}
