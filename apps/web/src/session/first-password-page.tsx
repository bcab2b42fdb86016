import { Card, Flex, Typography } from 'antd';
import { PasswordForm } from './password-form.tsx';

/** A password that an administrator set must be changed first. */
export function FirstPasswordPage() {
  return (
    <Flex component="main" align="center" justify="center" style={{ minHeight: '100%', padding: 16 }}>
      <Card style={{ width: 'min(100%, 420px)' }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          请设置自己的密码
        </Typography.Title>
        <Typography.Paragraph type="secondary">
          管理员给的一次性密码只能用来设置您自己的密码，设置后即可使用。
        </Typography.Paragraph>
        <PasswordForm />
      </Card>
    </Flex>
  );
}
