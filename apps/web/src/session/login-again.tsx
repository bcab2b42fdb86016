import { Modal, Typography } from 'antd';
import type { Me } from '../api/types.ts';
import { LoginForm } from './login-form.tsx';

/** Covers the page and keeps all typed values. */
export function LoginAgain({
  open,
  username,
  onLogin,
}: {
  open: boolean;
  username: string;
  onLogin: (me: Me) => void;
}) {
  return (
    <Modal open={open} title="登录已过期" footer={null} closable={false} mask={{ closable: false }} destroyOnHidden>
      <Typography.Paragraph>请重新登录。您在本页填写的内容还在，登录后可以继续。</Typography.Paragraph>
      <LoginForm username={username} onLogin={onLogin} />
    </Modal>
  );
}
