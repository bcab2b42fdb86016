/** A dialog that asks for a reason, which is recorded. */
import { Form, Input } from 'antd';
import { FormDialog } from './form-dialog.tsx';

export interface ReasonDialogProps {
  readonly title: string;
  readonly okText: string;
  /** Message where the reason is missing. */
  readonly missing: string;
  /** Explanation of the action, shown before it is taken. */
  readonly extra?: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

export function ReasonDialog({ missing, extra, onReason, ...dialog }: ReasonDialogProps) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <FormDialog open form={form} onFinish={({ reason }) => onReason(reason)} {...dialog}>
      <Form.Item
        name="reason"
        label="理由"
        {...(extra === undefined ? {} : { extra })}
        rules={[{ required: true, whitespace: true, message: missing }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
