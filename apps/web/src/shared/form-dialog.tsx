/** A form in a dialog: a refusal is shown above the button, and typed values are kept. */
import { Flex, Form, Modal, type FormInstance } from 'antd';
import { useId, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

export interface FormDialogProps<T extends object> {
  readonly title: string;
  readonly open: boolean;
  readonly form: FormInstance<T>;
  readonly okText: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly initialValues?: Partial<T>;
  readonly width?: number;
  readonly onFinish: (values: T) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog<T extends object>(props: FormDialogProps<T>) {
  const { title, open, form, okText, busy, error, initialValues, width = 560, onFinish, onClose, children } = props;
  // Prefix of the field ids, so that a field of the same name on the page behind does not get the label.
  const name = useId();
  return (
    <Modal
      title={title}
      open={open}
      width={width}
      okText={okText}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<T>
        name={name}
        form={form}
        layout="vertical"
        {...(initialValues === undefined ? {} : { initialValues: initialValues as never })}
        onFinish={onFinish}
        preserve={false}
      >
        <Flex vertical>{children}</Flex>
        {error === null ? null : <ProblemAlert error={error} />}
      </Form>
    </Modal>
  );
}
