/** Fields of a schema that name another case: found by its title. */
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import type { FieldOverride } from '../shared/schema-form.tsx';

interface CaseFieldProps {
  readonly name: (string | number)[];
  readonly label: string;
  readonly required: boolean;
  readonly category: string;
  readonly extra?: string;
}

function CaseField({ name, label, required, category, extra }: CaseFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={required ? [{ required: true, message: `请选择${label}` }] : []}
      extra={extra}
    >
      <CaseSelect category={category} />
    </Form.Item>
  );
}

export interface CaseSelectProps {
  readonly id?: string;
  /** Of any category where it is left out. */
  readonly category?: string | undefined;
  readonly value?: string;
  readonly onChange?: (caseId: string | undefined) => void;
}

export function CaseSelect({ category, value, onChange, id }: CaseSelectProps) {
  const [words, setWords] = useState('');
  const query = { limit: 20, ...(category === undefined ? {} : { category }), ...(words === '' ? {} : { q: words }) };
  const found = useQuery({
    queryKey: keys.cases(query),
    queryFn: async () => (await answered(api.GET('/api/cases', { params: { query } }))).items,
  });
  // What was chosen before may be none of those that were found now.
  const chosen = useQuery({
    queryKey: [...keys.case(value ?? ''), 'title'],
    queryFn: async () => (await answered(api.GET('/api/cases/{id}', { params: { path: { id: value ?? '' } } }))).title,
    enabled: value !== undefined,
  });
  const options = (found.data ?? []).map((each) => ({ value: each.id, label: `${each.title}（${each.stage}）` }));
  if (value !== undefined && chosen.data !== undefined && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosen.data });
  }
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      value={value ?? null}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      options={options}
      loading={found.isPending}
      placeholder="输入名称查找案件"
      notFoundContent={found.isPending ? '正在查找' : '没有找到案件'}
    />
  );
}

/** Draws whatever the schema marks with `x-case-category`. */
export const caseOverride: FieldOverride = (path, schema, required) => {
  const category = schema['x-case-category'];
  if (typeof category !== 'string') return null;
  return (
    <CaseField
      name={[...path]}
      label={schema.title ?? '案件'}
      required={required}
      category={category}
      {...(schema.description === undefined ? {} : { extra: schema.description })}
    />
  );
};
