import type { LoginRequest as Credentials } from '@lawgate/client';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { answered, api } from '../api/client.ts';
import type { Me } from '../api/types.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';

export function LoginForm({ username, onLogin }: { username?: string; onLogin: (me: Me) => void }) {
  const login = useMutation({
    mutationFn: (body: Credentials) => answered(api.POST('/api/auth/login', { body })),
    onSuccess: onLogin,
  });
  return (
    <Form<Credentials>
      name="login"
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(values) => login.mutate(values)}
    >
      <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
        <Input autoComplete="username" autoFocus={username === undefined} size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} size="large" />
      </Form.Item>
      {login.error === null ? null : <ProblemAlert error={login.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={login.isPending} style={{ marginTop: 8 }}>
        登录
      </Button>
    </Form>
  );
}
