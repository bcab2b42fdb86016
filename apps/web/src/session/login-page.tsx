import { Card, Flex, Typography } from 'antd';
import type { Me } from '../api/types.ts';
import { LoginForm } from './login-form.tsx';

/** The URL does not change, so that a link from a mail still leads to its case after the login. */
export function LoginPage({ onLogin }: { onLogin: (me: Me) => void }) {
  return (
    <Flex component="main" align="center" justify="center" style={{ minHeight: '100%', padding: 16 }}>
      <Card style={{ width: 'min(100%, 380px)' }}>
        <Typography.Title level={1} style={{ fontSize: 26, marginTop: 0 }}>
          合法性审核
        </Typography.Title>
        <Typography.Paragraph type="secondary">规范性文件、重要合同、重大执法决定和重大行政决策</Typography.Paragraph>
        <LoginForm onLogin={onLogin} />
      </Card>
    </Flex>
  );
}
