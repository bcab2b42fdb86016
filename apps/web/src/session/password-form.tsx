import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';

interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Changes one's own password; other devices are logged out. */
export function PasswordForm() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Passwords>();
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) => api.POST('/api/auth/password', { body: { current, next } }),
    onSuccess: () => {
      form.resetFields();
      void message.success('密码已修改，其他设备上的登录已失效');
      void queries.invalidateQueries({ queryKey: keys.me });
    },
  });
  return (
    <Form<Passwords>
      name="password"
      form={form}
      layout="vertical"
      onFinish={(values) => change.mutate(values)}
      style={{ maxWidth: 360 }}
    >
      <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label="新密码" rules={[{ required: true, message: '请填写新密码' }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次填写新密码"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再次填写新密码' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次填写的新密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.error === null ? null : <ProblemAlert error={change.error} />}
      <Button type="primary" htmlType="submit" loading={change.isPending} style={{ marginTop: 8 }}>
        修改密码
      </Button>
    </Form>
  );
}
