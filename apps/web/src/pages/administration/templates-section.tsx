import { useQuery } from '@tanstack/react-query';
import { Flex, Tag, Typography } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { templatesKey, versionName, type PaperTemplates } from './paper-templates.ts';
import { TemplateKind } from './template-kind.tsx';

const place = '/administration/templates';

/** The kinds of paper and their templates in force; one kind is opened under its own address. */
export function TemplatesSection() {
  const [search] = useSearchParams();
  const templates = useQuery({
    queryKey: templatesKey,
    queryFn: () => answered(api.GET('/api/papers/templates')),
  });
  const kind = search.get('kind');
  return (
    <Loading query={templates}>
      {({ items }) => {
        const open = items.find((each) => each.kind === kind);
        return open === undefined ? <Kinds items={items} /> : <TemplateKind key={open.kind} of={open} back={place} />;
      }}
    </Loading>
  );
}

function Kinds({ items }: { items: readonly PaperTemplates[] }) {
  if (items.length === 0) return <Nothing>各类事项都没有文书，不需要模板。</Nothing>;
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        文书按启用的模板生成。要用本单位的格式，点开一种文书，下载系统自带的模板改好后上传。
      </Typography.Text>
      <DataTable<PaperTemplates>
        label="文书模板"
        rowKey="kind"
        dataSource={items}
        columns={[
          { title: '文书', render: (_, { kind, label }) => <Link to={`${place}?kind=${kind}`}>{label}</Link> },
          {
            title: '现用模板',
            render: (_, { inForce }) => (
              <Tag color={inForce === 0 ? 'default' : 'green'} variant="outlined">
                {versionName(inForce)}
              </Tag>
            ),
          },
          {
            title: '最近启用',
            render: (_, { choices: [latest] }) =>
              latest === undefined ? '—' : `${latest.chosenBy.name} ${instant(latest.chosenAt)}`,
          },
          {
            title: '上传过',
            align: 'right',
            render: (_, { versions }) => (versions.length === 0 ? '—' : `${versions.length} 版`),
          },
        ]}
      />
    </Flex>
  );
}
