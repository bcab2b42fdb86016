/** A list with one entry for each of several questions: all are displayed, and none can be left out or repeated. */
import { Button, Flex, Form, Input, Radio, Typography, type FormInstance } from 'antd';
import { use } from 'react';
import type { FieldOverride } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import { Touched } from './touched.ts';

/** Draws schemas marked with `x-each`. */
export const eachOverride: FieldOverride = (path, schema) => {
  const asked = askedBy(schema);
  if (asked === null) return null;
  return <EachField name={[...path]} schema={schema} asked={asked} />;
};

/** The rows of such a list before anything is answered. */
export function unansweredRows(schema: Schema | undefined): Record<string, string>[] {
  const asked = schema === undefined ? null : askedBy(schema);
  return asked === null ? [] : asked.members.map((member) => ({ [asked.by]: member }));
}

interface Asked {
  /** The property that names the question. */
  readonly by: string;
  readonly members: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

function askedBy(schema: Schema): Asked | null {
  const by = schema['x-each'];
  if (typeof by !== 'string') return null;
  const question = schema.items?.properties?.[by];
  return { by, members: question?.enum ?? [], labels: question?.['x-labels'] ?? {} };
}

function EachField({ name, schema, asked }: { name: (string | number)[]; schema: Schema; asked: Asked }) {
  const { [asked.by]: _question, ...others } = schema.items?.properties ?? {};
  const [answer, ...written] = Object.entries(others);
  const touched = use(Touched);
  if (answer === undefined) return null;
  const [answerKey, answerSchema] = answer;
  const options = choicesOf(answerSchema);
  const clear = options[0];
  const settle = (form: FormInstance) => {
    asked.members.forEach((member, index) => {
      const at = [...name, index];
      const row = (form.getFieldValue(at) ?? {}) as Record<string, unknown>;
      if (row[answerKey] === undefined) {
        form.setFieldValue(at, { ...row, [asked.by]: member, [answerKey]: clear?.value });
      }
    });
    touched();
  };
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 16px', minWidth: 0 }}>
      <legend style={{ padding: 0, marginBottom: 4 }}>{schema.title}</legend>
      {schema.description === undefined ? null : (
        <Typography.Paragraph type="secondary" style={{ marginBottom: 8 }}>
          {schema.description}
        </Typography.Paragraph>
      )}
      <Flex vertical>
        {asked.members.map((member, index) => (
          <div key={member} style={{ borderTop: '1px solid #8883', padding: '8px 0' }} data-question={member}>
            <Form.Item
              name={[...name, index, answerKey]}
              label={`${index + 1}. ${asked.labels[member] ?? member}`}
              rules={[{ required: true, message: `请填写“${asked.labels[member] ?? member}”` }]}
              style={{ marginBottom: 0 }}
            >
              <Radio.Group options={options} aria-label={asked.labels[member] ?? member} />
            </Form.Item>
            {written.map(([key, field]) => (
              <WhenNot key={key} name={[...name, index, answerKey]} value={clear?.value}>
                <Form.Item
                  name={[...name, index, key]}
                  label={field.title ?? key}
                  style={{ margin: '8px 0 0' }}
                  normalize={(value: unknown) => (value === '' ? undefined : value)}
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={field.maxLength} />
                </Form.Item>
              </WhenNot>
            ))}
          </div>
        ))}
      </Flex>
      {clear === undefined ? null : (
        <Form.Item noStyle shouldUpdate>
          {(form: FormInstance) => (
            <Button size="small" onClick={() => settle(form)}>
              其余均为“{clear.label}”
            </Button>
          )}
        </Form.Item>
      )}
    </fieldset>
  );
}

/** The first choice needs no reason; the others do. */
function WhenNot({
  name,
  value,
  children,
}: {
  name: (string | number)[];
  value: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <Form.Item noStyle shouldUpdate>
      {(form: FormInstance) => {
        const now: unknown = form.getFieldValue(name);
        return now === undefined || now === value ? null : children;
      }}
    </Form.Item>
  );
}

export function choicesOf(schema: Schema): { value: string; label: string }[] {
  return (schema.enum ?? []).map((value) => ({ value, label: schema['x-labels']?.[value] ?? value }));
}
