/** A value with the labels of its schema: a filled-in form, or the payload of an event. */
import { Descriptions, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fullDate } from '../shared/dates.ts';
import type { Schema } from '../shared/schema.ts';
import { choiceIn } from './words-of.ts';

export interface PayloadFieldsProps {
  readonly schema: Schema | null;
  readonly value: unknown;
  /** Names of people by id. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The non-empty properties of an object, in the order of its schema; unknown properties come last. */
export function PayloadFields({ schema, value, names = {} }: PayloadFieldsProps) {
  const rows = rowsOf(schema, value);
  if (rows.length === 0) return null;
  return (
    <Descriptions
      size="small"
      column={1}
      items={rows.map(([key, inner]) => {
        const field = schema?.properties?.[key];
        return {
          key,
          label: field?.title ?? key,
          children: <Value schema={field ?? {}} value={inner} names={names} />,
        };
      })}
    />
  );
}

export function rowsOf(schema: Schema | null, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const known = Object.keys(schema?.properties ?? {});
  const place = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return Object.entries(value)
    .filter(([, inner]) => !isEmpty(inner))
    .sort(([one], [other]) => place(one) - place(other));
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

interface ValueProps {
  readonly schema: Schema;
  readonly value: unknown;
  readonly names: Readonly<Record<string, string>>;
}

export function Value({ schema, value, names }: ValueProps): ReactNode {
  // A value that can only be true is a declaration: its text is the declared statement.
  if (value === true && schema.const === true && schema.description !== undefined) return schema.description;
  if (typeof value === 'boolean') return value ? '是' : '否';
  // A year is not an amount: four digits are not grouped.
  if (typeof value === 'number') return value.toLocaleString('zh-CN', { useGrouping: 'min2' });
  if (typeof value === 'string') return textOf(schema, value, names);
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    return (
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {value.map((each, index) => (
          <li key={index}>
            <InOneLine schema={items} value={each} names={names} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {rowsOf(schema, value).map(([key, inner]) => (
        <li key={key}>
          <Typography.Text type="secondary">{schema.properties?.[key]?.title ?? key}：</Typography.Text>
          <Value schema={schema.properties?.[key] ?? {}} value={inner} names={names} />
        </li>
      ))}
    </ul>
  );
}

/** Items that are objects read better as one line than as a list within a list. */
function InOneLine({ schema, value, names }: ValueProps): ReactNode {
  const rows = rowsOf(schema, value);
  if (rows.length === 0 || Array.isArray(value)) return <Value schema={schema} value={value} names={names} />;
  return rows.map(([key, inner], index) => (
    <span key={key}>
      {index === 0 ? '' : '；'}
      <Typography.Text type="secondary">{schema.properties?.[key]?.title ?? key}：</Typography.Text>
      <Value schema={schema.properties?.[key] ?? {}} value={inner} names={names} />
    </span>
  ));
}

function textOf(schema: Schema, value: string, names: Readonly<Record<string, string>>): ReactNode {
  const label = choiceIn(schema, value);
  if (label !== null) return label;
  if (schema['x-person-role'] !== undefined) return names[value] ?? '（已不在本单位）';
  if (schema['x-case-category'] !== undefined) return <Link to={`/cases/${value}`}>打开案件</Link>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return fullDate(value);
  return <span className="written">{value}</span>;
}
