import { Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { DayPicker } from './day-picker.tsx';
import { keepEnter } from './schema-form.tsx';

/** A civil date in a form, with a value such as `2024-02-08`. */
export function DayField({ name, label, required = true, extra }: DayFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra === undefined ? {} : { extra })}
      rules={required ? [{ required, message: `请填写${label}` }] : []}
      getValueProps={(value: unknown) => ({ value: typeof value === 'string' ? dayjs(value) : null })}
      normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD')}
    >
      <DayPicker style={{ width: 200 }} onKeyDown={keepEnter} />
    </Form.Item>
  );
}

export interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly extra?: string;
}
