/** What the case is: category, numbers, who handed it in, and everything that was filled in. */
import { Descriptions, Flex, Typography } from 'antd';
import type { CaseView, Definition } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import type { Schema } from '../shared/schema.ts';
import { rowsOf, Value } from './payload-fields.tsx';
import { WhoHasIt } from './who-has-it.tsx';

export interface CaseSummaryProps {
  readonly view: CaseView;
  readonly definition: Definition | undefined;
  /** False where the page says above who has the case. */
  readonly withHolder?: boolean;
}

export function CaseSummary({ view, definition, withHolder = true }: CaseSummaryProps) {
  const schema = (definition?.fields ?? {}) as Schema;
  const created = view.history[0];
  const items = [
    { key: 'category', label: '类别', children: view.categoryLabel },
    { key: 'stage', label: '当前环节', children: view.stage },
    ...(withHolder
      ? [{ key: 'holder', label: '现由谁办理', children: <WhoHasIt view={view} />, span: 'filled' as const }]
      : []),
    ...(created?.actor ? [{ key: 'by', label: '承办人', children: created.actor.name }] : []),
    { key: 'created', label: '新建', children: instant(view.createdAt) },
    { key: 'definition', label: '流程版本', children: `第 ${view.definitionVersion} 版` },
    {
      key: 'ruleset',
      label: '适用规则',
      children: `第 ${view.ruleset.version} 版${view.ruleset.documentNumber === null ? '' : `（${view.ruleset.documentNumber}）`}`,
    },
    ...(definition === undefined ? [] : rowsOf(schema, view.fields)).map(([key, value]) => ({
      key: `field.${key}`,
      label: schema.properties?.[key]?.title ?? key,
      children: <Value schema={schema.properties?.[key] ?? {}} value={value} names={{}} />,
    })),
  ];
  return (
    <Flex vertical gap={16}>
      <Descriptions bordered size="small" column={{ xs: 1, md: 2 }} items={items} />
      <Numbers view={view} />
    </Flex>
  );
}

function Numbers({ view }: { view: CaseView }) {
  if (view.numbers.length === 0) return null;
  return (
    <section aria-labelledby="case-numbers">
      <Typography.Title level={2} id="case-numbers" style={{ fontSize: 16 }}>
        文号
      </Typography.Title>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={view.numbers.map(({ text, purpose, takenAt, voidReason }) => ({
          key: text,
          label: purpose,
          children: `${text}（${instant(takenAt)}）${voidReason === undefined ? '' : `已作废：${voidReason}`}`,
        }))}
      />
    </section>
  );
}
