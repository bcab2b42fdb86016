import { Typography } from 'antd';
import { SchemaFields } from '../shared/schema-form.tsx';
import type { FieldsProps } from './forms.ts';
import { peopleOverride } from './people-field.tsx';

/** The form that the schema of the payload describes. */
export function PlainFields({ schema }: FieldsProps) {
  if (Object.keys(schema.properties ?? {}).length === 0) {
    return <Typography.Paragraph>确认办理后立即生效，并记入办理经过。</Typography.Paragraph>;
  }
  return <SchemaFields schema={schema} override={peopleOverride} />;
}
