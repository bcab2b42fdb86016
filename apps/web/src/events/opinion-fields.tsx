/** An adviser's opinion. The declaration about a conflict of interest comes first: other fields are disabled before. */
import { Alert, Button, Checkbox, ConfigProvider, Flex, Form, Typography } from 'antd';
import { SchemaFields } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import type { FieldsProps } from './forms.ts';
import { eventOverride } from './plain-fields.tsx';

export const declaration = 'noConflict';

export function OpinionFields({ view, schema, onSwitch }: FieldsProps) {
  const declared = Form.useWatch(declaration) === true;
  const statement = schema.properties?.[declaration];
  const recuse = view.events.find(({ type }) => type === 'recuse');
  return (
    <>
      <Alert
        type={declared ? 'success' : 'warning'}
        style={{ marginBottom: 16 }}
        title={declared ? '已声明没有利害关系' : '请先作出利益冲突声明'}
        description={
          <Flex gap={12} wrap align="center" justify="space-between">
            <Form.Item name={declaration} valuePropName="checked" noStyle>
              <Checkbox>{statement?.description ?? statement?.title}</Checkbox>
            </Form.Item>
            {recuse === undefined || declared ? null : (
              <Button onClick={() => onSwitch('recuse')}>有利害关系，申请{recuse.label}</Button>
            )}
          </Flex>
        }
      />
      {declared ? null : <Typography.Paragraph type="secondary">作出声明后，才能填写和提交意见。</Typography.Paragraph>}
      <ConfigProvider componentDisabled={!declared}>
        <SchemaFields schema={withoutDeclaration(schema)} override={eventOverride} />
      </ConfigProvider>
    </>
  );
}

function withoutDeclaration(schema: Schema): Schema {
  const { [declaration]: _declared, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}
