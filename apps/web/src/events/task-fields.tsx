/** Operations on an open task other than answering; the task is known from where the person clicked. */
import { Form, Select, Typography } from 'antd';
import { SchemaFields, type FieldOverride } from '../shared/schema-form.tsx';
import type { FieldsProps } from './forms.ts';
import { PeopleField } from './people-field.tsx';

/** Properties of the payload that are known from where the person clicked. */
const known: readonly string[] = ['task', 'from'];

export function TaskFields({ type, view, schema }: FieldsProps) {
  const key = (Form.useFormInstance().getFieldValue('task') ?? '') as string;
  const own = view.tasks.filter((task) => task.key === key);
  const holders = own.flatMap(({ holder }) => (holder === null ? [] : [holder]));
  const asked = Object.keys(schema.properties ?? {}).filter((name) => !known.includes(name));

  const override: FieldOverride = (path, field, required) => {
    if (known.includes(String(path[0]))) return <></>;
    if (field['x-person-role'] === undefined) return null;
    const about = { name: [...path], label: field.title ?? '人员' };
    if (type === 'task.remove-signer') {
      return (
        <Form.Item {...about} rules={[{ required, message: `请选择${about.label}` }]}>
          <Select options={holders.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      );
    }
    const except = holders.map(({ id }) => id);
    return <PeopleField {...about} required={required} role={own[0]?.role ?? 'any'} except={except} />;
  };
  return (
    <>
      {asked.length > 0 ? null : <Typography.Paragraph>确认后立即生效，并记入办理经过。</Typography.Paragraph>}
      <SchemaFields schema={schema} override={override} />
    </>
  );
}
