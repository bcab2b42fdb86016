import { Card, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { useDefinitions } from '../../api/queries.ts';
import type { DefinitionSummary } from '../../api/types.ts';
import { Loading, Page } from '../../shared/page.tsx';

/** The catalogue: each category with its stages and materials. */
export default function CataloguePage() {
  const definitions = useDefinitions();
  return (
    <Page title="目录">
      <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
        纳入合法性审核的事项类别，各自的送审材料、环节、期限和依据。
      </Typography.Paragraph>
      <Loading query={definitions}>
        {(items) => (
          <Flex wrap gap={16}>
            {items.map((definition) => (
              <Category key={definition.key} definition={definition} />
            ))}
          </Flex>
        )}
      </Loading>
    </Page>
  );
}

function Category({ definition }: { definition: DefinitionSummary }) {
  const required = definition.materials.filter((material) => material.required);
  const stages = [...new Set(definition.stages.filter(({ final }) => !final).map(({ label }) => label))];
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ fontSize: 17, margin: 0 }}>
          <Link to={`/catalogue/${definition.key}`}>{definition.label}</Link>
        </Typography.Title>
      }
      extra={<Typography.Text type="secondary">第 {definition.version} 版</Typography.Text>}
      style={{ flex: '1 1 340px', maxWidth: 700 }}
    >
      <Typography.Paragraph>
        <b>必备材料：</b>
        {required.map(({ label }) => label).join('、')}
      </Typography.Paragraph>
      <Typography.Paragraph style={{ marginBottom: 0 }}>
        <b>环节：</b>
        {stages.join(' → ')}
      </Typography.Paragraph>
    </Card>
  );
}
