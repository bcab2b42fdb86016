/** 催办: reminds the holder of the task, with an optional note. */
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { answered, api } from '../api/client.ts';
import type { CaseTask } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { filled } from '../shared/schema-form.tsx';

export function UrgeDialog({ task, onClose }: { task: CaseTask | null; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ note?: string }>();
  const urge = useMutation({
    mutationFn: (values: { note?: string }) =>
      answered(
        api.POST('/api/tasks/{id}/urge', { params: { path: { id: task?.id ?? '' } }, body: filled(values) as object }),
      ),
    onSuccess: ({ nextAt }) => {
      close();
      void message.success(`已催办，${instant(nextAt)}后可以再次催办`);
    },
  });
  const close = () => {
    urge.reset();
    onClose();
  };
  return (
    <Modal
      open={task !== null}
      title={`催办 · ${task?.label ?? ''}`}
      okText="催办"
      confirmLoading={urge.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      <Form name="urging" form={form} layout="vertical" preserve={false} onFinish={(values) => urge.mutate(values)}>
        <Form.Item
          name="note"
          label="附言"
          extra="附言只在案件中显示，通知里不出现案件内容。同一任务四小时内只能催办一次。"
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {urge.error === null ? null : <ProblemAlert error={urge.error} />}
      </Form>
    </Modal>
  );
}
