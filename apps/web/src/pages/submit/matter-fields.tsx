import { Form, Input } from 'antd';
import { caseOverride } from '../../case-parts/case-field.tsx';
import { SchemaFields } from '../../shared/schema-form.tsx';
import type { Schema } from '../../shared/schema.ts';

/** The title and the fields of the category. */
export function MatterFields({ schema }: { schema: Schema }) {
  return (
    <>
      <Form.Item
        name="title"
        label="事项名称"
        rules={[{ required: true, whitespace: true, message: '请填写事项名称' }]}
        extra="写全称，例如“某某镇某某管理办法”“某某项目施工合同”。"
      >
        <Input maxLength={200} showCount />
      </Form.Item>
      <SchemaFields schema={schema} path={['fields']} override={caseOverride} />
    </>
  );
}
