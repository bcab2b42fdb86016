import type { MapRegisterImport as Mapping, RegisterImportWithRows as Import } from '@lawgate/client';
import { Button, Card, Flex, Input, Select, Typography } from 'antd';
import { useState, type ReactNode } from 'react';

interface SheetsProps {
  readonly view: Import;
  readonly onChoose: (sheet: string) => void;
  readonly busy: boolean;
}

/** The sheets of a workbook: which one was read, and another one to choose while nothing is imported yet. */
export function Sheets({ view: { sheet, sheets, state }, onChoose, busy }: SheetsProps) {
  if (sheets.length < 2) return null;
  const label = ({ name, hidden, rows }: Import['sheets'][number]): string =>
    `${name}（${hidden ? '隐藏，' : ''}${rows} 行）`;
  const others = sheets.filter(({ read }) => !read).map(label);
  return (
    <Flex gap={8} wrap align="center">
      {state === 'draft' ? (
        <Select
          aria-label="读哪个工作表"
          style={{ minWidth: 220, maxWidth: '100%' }}
          value={sheet}
          loading={busy}
          disabled={busy}
          onChange={(name: string | null) => name !== null && onChoose(name)}
          options={sheets.map((each) => ({ value: each.name, label: label(each), disabled: each.rows === 0 }))}
        />
      ) : null}
      <Typography.Text type="secondary">没有读的工作表：{others.join('、')}。</Typography.Text>
    </Flex>
  );
}

interface ColumnsProps {
  readonly view: Import;
  readonly onMap: (mapping: Mapping) => void;
  readonly busy: boolean;
}

/**
 * The mapping of columns, and values for all rows in the place of columns that the register lacks: suggested from headings
 * and names, stored for the next file with the same headings.
 */
export function Columns({ view, onMap, busy }: ColumnsProps) {
  const [columns, setColumns] = useState<Record<string, number>>(view.mapping.columns);
  const [category, setCategory] = useState<string | null>(view.mapping.defaults['category'] ?? null);
  const [unit, setUnit] = useState(view.mapping.defaults['unit'] ?? '');
  const used = new Map(Object.entries(columns).map(([field, index]) => [index, field]));
  const choose = (index: number, field: string | null) => {
    const next = Object.fromEntries(Object.entries(columns).filter(([name, at]) => at !== index && name !== field));
    if (field !== null) next[field] = index;
    setColumns(next);
  };
  const send = () => onMap({ columns, defaults: { category, unit: unit.trim() || null } } as Mapping);
  return (
    <Card
      size="small"
      title={view.mapping.remembered ? '各列是什么（按上次的对应）' : '各列是什么（按表头推测）'}
      extra={
        <Button size="small" onClick={send} loading={busy}>
          按此重新核对
        </Button>
      }
    >
      <Flex gap={12} wrap>
        {view.headings.map((heading, index) => (
          <Labelled key={`${heading} ${index}`} text={heading || `第 ${index + 1} 列`}>
            <Select
              aria-label={`${heading || `第 ${index + 1} 列`}是`}
              value={used.get(index) ?? null}
              allowClear
              placeholder="不导入"
              onChange={(field: string | null | undefined) => choose(index, field ?? null)}
              options={view.fields.map(({ key: value, label }) => ({ value, label }))}
            />
          </Labelled>
        ))}
        <Labelled text="整份台账的类别">
          <Select
            aria-label="整份台账的类别"
            value={category}
            allowClear
            placeholder="按类别列"
            onChange={(label: string | null | undefined) => setCategory(label ?? null)}
            options={view.categories.map((label) => ({ value: label, label }))}
          />
        </Labelled>
        <Labelled text="整份台账的送审单位">
          <Input
            aria-label="整份台账的送审单位"
            value={unit}
            maxLength={100}
            placeholder="按送审单位列"
            onChange={({ target }) => setUnit(target.value)}
          />
        </Labelled>
      </Flex>
      <Typography.Text type="secondary">
        没有“类别”或“送审单位”列，或者该列为空的行，用整份台账的值；改动后请点“按此重新核对”。
      </Typography.Text>
    </Card>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <label style={{ display: 'flex', flexDirection: 'column', gap: 4, width: 150 }}>
      <Typography.Text ellipsis={{ tooltip: text }}>{text}</Typography.Text>
      {children}
    </label>
  );
}
