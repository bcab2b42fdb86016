/** Fields of a schema that name people: chosen by name from the directory of the town. */
import { Form, Select } from 'antd';
import { usePeople } from '../api/queries.ts';
import type { FieldOverride } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import { roleLabel } from '../shared/words.ts';

interface PeopleFieldProps {
  readonly name: (string | number)[];
  readonly label: string;
  readonly required: boolean;
  /** `any` for any member of staff. */
  readonly role: string;
  readonly several?: boolean;
  readonly except?: readonly string[];
  readonly extra?: string;
}

export function PeopleField({ name, label, required, role, several = false, except = [], extra }: PeopleFieldProps) {
  const { data: people, isPending } = usePeople(role === 'any' ? undefined : role);
  const options = (people ?? [])
    .filter(({ id }) => !except.includes(id))
    .map((person) => ({
      value: person.id,
      label: role === 'any' ? `${person.name}（${person.roles.map(roleLabel).join('、')}）` : person.name,
    }));
  return (
    <Form.Item
      name={name}
      label={label}
      rules={required ? [{ required: true, message: `请选择${label}` }] : []}
      extra={extra}
    >
      <Select
        options={options}
        loading={isPending}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={several ? '可以选择多人' : '请选择'}
        allowClear={!required}
        {...(several ? { mode: 'multiple' as const } : {})}
        notFoundContent={isPending ? '正在读取' : '没有可以选择的人员'}
      />
    </Form.Item>
  );
}

/** Draws schemas marked with `x-person-role`, alone or as a list. */
export const peopleOverride: FieldOverride = (path, schema, required) => {
  const one = roleOf(schema);
  const each = schema.type === 'array' && schema.items !== undefined ? roleOf(schema.items) : null;
  const role = one ?? each;
  if (role === null) return null;
  const label = schema.title ?? schema.items?.title ?? '人员';
  return (
    <PeopleField
      name={[...path]}
      label={label}
      required={required}
      role={role}
      several={each !== null}
      {...(schema.description === undefined ? {} : { extra: schema.description })}
    />
  );
};

function roleOf(schema: Schema): string | null {
  const role = schema['x-person-role'];
  return typeof role === 'string' ? role : null;
}
