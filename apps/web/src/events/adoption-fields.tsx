/** The unit answers the opinion letter line by line; the answer to the whole follows from the lines. */
import { Button, Flex, Form, Input, Radio, Typography, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { SchemaFields } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import { choicesOf } from './each-field.tsx';
import type { FieldsProps } from './forms.ts';
import { eventOverride } from './plain-fields.tsx';
import { useLetter, type Letter } from './use-letter.ts';

interface Line {
  /** Number of the letter's line, from 1. */
  readonly line?: number;
  readonly point?: string;
  readonly adopted?: boolean | string;
}

export function AdoptionFields({ view, schema }: FieldsProps) {
  const form = Form.useFormInstance();
  const letter = useLetter(view.id);
  const asked = letter.data === undefined ? undefined : linesToAnswer(letter.data);
  useEffect(() => {
    // Keeps a draft of an earlier time.
    if (asked !== undefined && form.getFieldValue('lines') === undefined) form.setFieldValue('lines', asked);
  }, [form, asked]);
  const { lines, adoption, reasons, ...others } = schema.properties ?? {};
  const answered = Form.useWatch('lines', form) as readonly Line[] | undefined;
  const whole = wholeOf(answered ?? [], adoption?.enum ?? []);
  useEffect(() => {
    if (whole !== null) form.setFieldValue('adoption', whole);
  }, [form, whole]);
  const chosen: unknown = Form.useWatch('adoption', form);
  const part = (properties: Schema['properties']): Schema => ({ ...schema, ...(properties ? { properties } : {}) });
  const inFull = chosen === undefined || chosen === adoption?.enum?.[0];
  return (
    <>
      {lines === undefined ? null : <Lines schema={lines} />}
      {adoption === undefined ? null : <SchemaFields schema={part({ adoption })} override={eventOverride} />}
      {reasons === undefined || inFull ? null : (
        <SchemaFields
          schema={{ ...part({ reasons }), required: [...(schema.required ?? []), 'reasons'] }}
          override={eventOverride}
        />
      )}
      <SchemaFields schema={part(others)} override={eventOverride} />
    </>
  );
}

function Lines({ schema }: { schema: Schema }) {
  const { line: _number, point, adopted, ...more } = schema.items?.properties ?? {};
  if (adopted === undefined) return null;
  const options = answersOf(adopted);
  return (
    <Form.List name="lines">
      {(rows, { add, remove }) => (
        <fieldset style={{ border: 0, padding: 0, margin: '0 0 16px', minWidth: 0 }}>
          <legend style={{ padding: 0, marginBottom: 4 }}>{schema.title}</legend>
          {rows.map((row, index) => (
            <div key={row.key} style={{ borderTop: '1px solid #8883', padding: '8px 0' }}>
              <Flex gap={8} align="start">
                <Form.Item
                  name={[row.name, 'point']}
                  label={`${point?.title ?? '意见'} ${index + 1}`}
                  rules={[{ required: true, message: '请写明是哪一条意见' }]}
                  style={{ flex: 1, marginBottom: 8 }}
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={point?.maxLength} />
                </Form.Item>
                <Button
                  style={{ marginTop: 30 }}
                  onClick={() => remove(row.name)}
                  aria-label={`删除第 ${index + 1} 条`}
                >
                  删除
                </Button>
              </Flex>
              <Form.Item
                name={[row.name, 'adopted']}
                label={adopted.title ?? '是否采纳'}
                rules={[{ required: true, message: '请选择是否采纳' }]}
                style={{ marginBottom: 8 }}
              >
                <Radio.Group options={options} />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {(form: FormInstance) => {
                  const answer: unknown = form.getFieldValue(['lines', row.name, 'adopted']);
                  if (answer === undefined || answer === options[0]?.value) return null;
                  return (
                    <SchemaFields
                      schema={{ type: 'object', properties: more }}
                      path={[row.name]}
                      override={eventOverride}
                    />
                  );
                }}
              </Form.Item>
            </div>
          ))}
          {rows.length === 0 ? (
            <Typography.Paragraph type="secondary">审查意见没有分条；需要逐条反馈的，可以添加。</Typography.Paragraph>
          ) : null}
          <Button onClick={() => add()} disabled={rows.length >= (schema.maxItems ?? Infinity)}>
            添加一条
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Adopted, partly or not, where the category distinguishes these; otherwise yes or no. */
function answersOf(adopted: Schema): { value: string | boolean; label: string }[] {
  const alternatives = (adopted['anyOf'] ?? []) as readonly Schema[];
  const choices = choicesOf([adopted, ...alternatives].find((each) => each.enum !== undefined) ?? {});
  if (choices.length > 0) return choices;
  return [
    { value: true, label: '采纳' },
    { value: false, label: '不采纳' },
  ];
}

/** The lines of the letter that the unit answers, each by its number. */
function linesToAnswer({ sections }: Letter): Line[] {
  const { lines } = sections.find(({ answered }) => answered) ?? { lines: [] };
  return lines.map(({ line, text }) => ({ line, point: text.slice(0, 500) }));
}

/** All adopted, none, or partial, from the order of the choices; null while a line is unanswered. */
function wholeOf(lines: readonly Line[], [full, partial, none]: readonly string[]): string | null {
  const answers = lines.map((line) => line?.adopted);
  if (answers.length === 0 || answers.includes(undefined)) return null;
  if (answers.every((answer) => answer === true || answer === full)) return full ?? null;
  if (answers.every((answer) => answer === false || answer === none)) return none ?? null;
  return partial ?? null;
}
