/**
 * A form drawn from a JSON schema of the interface: the fields of a category, or the payload of an event. Labels come
 * with the schema (`title`, `description`, `x-labels`), so that a new category needs no code here.
 */
import { Button, Checkbox, Flex, Form, Input, InputNumber, Radio, Select, Space, type FormInstance } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { KeyboardEvent, ReactNode } from 'react';
import { DayPicker } from './day-picker.tsx';
import type { Schema } from './schema.ts';

type Path = readonly (string | number)[];

/**
 * Draws one field instead of the form; null leaves it to the form. For people, cases and fields that need the server.
 */
export type FieldOverride = (path: Path, schema: Schema, required: boolean) => ReactNode | null;

export interface SchemaFieldsProps {
  readonly schema: Schema;
  readonly path?: Path;
  readonly override?: FieldOverride;
}

/** The fields of an object schema, inside an antd `Form`. */
export function SchemaFields({ schema, path = [], override }: SchemaFieldsProps) {
  return Object.entries(schema.properties ?? {}).map(([key, field]) => (
    <SchemaField
      key={key}
      schema={field}
      path={[...path, key]}
      required={schema.required?.includes(key) ?? false}
      {...(override === undefined ? {} : { override })}
    />
  ));
}

interface SchemaFieldProps {
  readonly schema: Schema;
  readonly path: Path;
  readonly required: boolean;
  readonly override?: FieldOverride;
}

export function SchemaField({ schema, path, required, override }: SchemaFieldProps) {
  const own = override?.(path, schema, required) ?? null;
  if (own !== null) return own;
  const name = [...path];
  const title = schema.title ?? String(path.at(-1));
  const rules = required ? [{ required: true, message: `请填写${title}` }] : [];
  const about = { name, label: title, rules, ...(schema.description ? { extra: schema.description } : {}) };
  if (schema.type === 'object')
    return <ObjectField schema={schema} path={path} required={required} {...(override ? { override } : {})} />;
  if (schema.type === 'array')
    return <ListField schema={schema} path={path} required={required} {...(override ? { override } : {})} />;
  if (schema.type === 'boolean') return <BooleanField schema={schema} about={about} required={required} />;
  if (schema.enum !== undefined) {
    const options = schema.enum.map((value) => ({ value, label: schema['x-labels']?.[value] ?? value }));
    return (
      <Form.Item {...about}>
        {options.length <= 4 ? <Radio.Group options={options} /> : <Select options={options} allowClear={!required} />}
      </Form.Item>
    );
  }
  if (schema.format === 'date') {
    return (
      <Form.Item {...about} getValueProps={dayToPicker} normalize={pickerToDay}>
        <DayPicker style={{ width: 200 }} onKeyDown={keepEnter} />
      </Form.Item>
    );
  }
  if (schema.type === 'number' || schema.type === 'integer') {
    return (
      <Form.Item {...about}>
        <InputNumber min={schema.minimum} max={schema.maximum} style={{ width: 200 }} />
      </Form.Item>
    );
  }
  const long = (schema.maxLength ?? 0) > 200;
  return (
    <Form.Item {...about} normalize={emptyToAbsent}>
      {long ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={schema.maxLength} />
      ) : (
        <Input maxLength={schema.maxLength} />
      )}
    </Form.Item>
  );
}

/** An optional group is opened on request; while closed, it sends nothing. */
function ObjectField({ schema, path, required, override }: SchemaFieldProps) {
  const fields = <SchemaFields schema={schema} path={path} {...(override ? { override } : {})} />;
  const title = schema.title ?? String(path.at(-1));
  if (required) {
    return (
      <fieldset style={groupStyle}>
        <legend>{title}</legend>
        {fields}
      </fieldset>
    );
  }
  return (
    <Form.Item noStyle shouldUpdate>
      {(form: FormInstance) => {
        const open = form.getFieldValue([...path]) !== undefined;
        return (
          <div style={{ marginBottom: 16 }}>
            <Checkbox
              checked={open}
              onChange={({ target }) => form.setFieldValue([...path], target.checked ? {} : undefined)}
            >
              {title}
            </Checkbox>
            {open ? (
              <fieldset style={groupStyle} aria-label={title}>
                {fields}
              </fieldset>
            ) : null}
          </div>
        );
      }}
    </Form.Item>
  );
}

const groupStyle = { border: '1px solid #8884', borderRadius: 6, padding: '8px 12px', margin: '8px 0 16px' } as const;

function ListField({ schema, path, required, override }: SchemaFieldProps) {
  const items = schema.items ?? {};
  const title = schema.title ?? items.title ?? String(path.at(-1));
  if (items.enum !== undefined) {
    const options = items.enum.map((value) => ({ value, label: items['x-labels']?.[value] ?? value }));
    return (
      <Form.Item name={[...path]} label={title} rules={required ? [{ required: true, message: `请选择${title}` }] : []}>
        <Checkbox.Group options={options} />
      </Form.Item>
    );
  }
  return (
    <Form.Item label={title} required={required}>
      <Form.List name={[...path]}>
        {(rows, { add, remove }) => (
          <Flex vertical gap={8}>
            {rows.map((row, index) => (
              <Flex key={row.key} gap={8} align="start">
                <div style={{ flex: 1 }}>
                  {items.type === 'object' ? (
                    <fieldset style={groupStyle}>
                      <legend>
                        {title} {index + 1}
                      </legend>
                      <SchemaFields schema={items} path={[row.name]} {...(override ? { override } : {})} />
                    </fieldset>
                  ) : (
                    <Form.Item
                      name={row.name}
                      noStyle
                      rules={[{ required: true, message: `请填写${items.title ?? title}` }]}
                    >
                      <Input maxLength={items.maxLength} aria-label={`${items.title ?? title} ${index + 1}`} />
                    </Form.Item>
                  )}
                </div>
                <Button onClick={() => remove(row.name)} aria-label={`删除第 ${index + 1} 项`}>
                  删除
                </Button>
              </Flex>
            ))}
            <Space>
              <Button onClick={() => add()} disabled={rows.length >= (schema.maxItems ?? Infinity)}>
                添加{title}
              </Button>
            </Space>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}

interface BooleanFieldProps {
  readonly schema: Schema;
  readonly about: { name: (string | number)[]; label: string; extra?: string };
  readonly required: boolean;
}

/** A value that can only be true is a declaration that must be made; otherwise it is a choice. */
function BooleanField({ schema, about: { name, label, extra }, required }: BooleanFieldProps) {
  const declared = schema.const === true && required;
  const rules = declared
    ? [
        {
          validator: (_rule: unknown, value: unknown) =>
            value === true ? Promise.resolve() : Promise.reject(new Error(`请作出${label}`)),
        },
      ]
    : [];
  return (
    <Form.Item name={name} valuePropName="checked" rules={rules} extra={extra}>
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}

/** Enter accepts the typed date, and must not submit the form. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function dayToPicker(value: unknown): { value: Dayjs | null } {
  return { value: typeof value === 'string' ? dayjs(value) : null };
}

function pickerToDay(value: Dayjs | null): string | undefined {
  return value?.format('YYYY-MM-DD');
}

/** An empty text field counts as left out, because the server refuses an empty text. */
function emptyToAbsent(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** The values of a form without empty ones, as the server expects them. */
export function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const kept = filled(inner);
      return kept === undefined || kept === null || kept === '' ? [] : [[key, kept]];
    }),
  );
}
