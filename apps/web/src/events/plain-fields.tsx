import { Typography } from 'antd';
import { SchemaFields, type FieldOverride } from '../shared/schema-form.tsx';
import { eachOverride } from './each-field.tsx';
import type { FieldsProps } from './forms.ts';
import { peopleOverride } from './people-field.tsx';

/** Custom fields for schemas that need more than a text field. */
export const eventOverride: FieldOverride = (path, schema, required) =>
  peopleOverride(path, schema, required) ?? eachOverride(path, schema, required);

/** The form that the schema of the payload describes. */
export function PlainFields({ schema }: FieldsProps) {
  if (Object.keys(schema.properties ?? {}).length === 0) {
    return <Typography.Paragraph>确认后立即生效，并记入办理经过。</Typography.Paragraph>;
  }
  return <SchemaFields schema={schema} override={eventOverride} />;
}
