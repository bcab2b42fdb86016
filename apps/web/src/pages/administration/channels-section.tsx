import type { ChannelSettings as Settings, PutChannelSettings as NewSettings } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Radio, Switch, Typography } from 'antd';
import { answered, api } from '../../api/client.ts';
import { Loading } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

const key = ['channel-settings'] as const;

export function ChannelsSection() {
  const settings = useQuery({ queryKey: key, queryFn: () => answered(api.GET('/api/channels/settings')) });
  return <Loading query={settings}>{(data) => <SettingsForm settings={data} />}</Loading>;
}

/** The robot's address and secret are not shown; empty fields leave them unchanged. */
function SettingsForm({ settings }: { settings: Settings }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const put = useMutation({
    mutationFn: ({ mail, webhook: { url, secret, ...webhook } }: NewSettings) =>
      answered(
        api.PUT('/api/channels/settings', {
          body: { mail, webhook: { ...webhook, ...(url ? { url } : {}), ...(secret ? { secret } : {}) } },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      void message.success('已保存');
    },
  });
  const { mail, webhook } = settings;
  return (
    <Form<NewSettings>
      name="channels"
      layout="vertical"
      style={{ maxWidth: 560 }}
      initialValues={{ mail, webhook: { on: webhook.on, kind: webhook.kind } }}
      onFinish={(values) => put.mutate(values)}
    >
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        邮件
      </Typography.Title>
      <Form.Item name={['mail', 'on']} label="发送邮件" valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name={['mail', 'from']}
        label="发件地址"
        normalize={(text: string) => text || null}
        extra="留空则用系统默认发件地址"
      >
        <Input type="email" />
      </Form.Item>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        群机器人
      </Typography.Title>
      <Form.Item name={['webhook', 'on']} label="发送到群机器人" valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name={['webhook', 'kind']} label="种类">
        <Radio.Group
          options={[
            { value: 'wecom', label: '企业微信' },
            { value: 'dingtalk', label: '钉钉' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['webhook', 'url']}
        label="机器人地址"
        extra={webhook.address === null ? '还没有设置' : `现为 ${webhook.address}；不填则不变`}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['webhook', 'secret']}
        label="加签密钥（钉钉）"
        extra={webhook.signed ? '已设置；不填则不变' : '没有设置'}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Flex vertical gap={12}>
        {put.error === null ? null : <ProblemAlert error={put.error} />}
        <div>
          <Button type="primary" htmlType="submit" loading={put.isPending}>
            保存
          </Button>
        </div>
      </Flex>
    </Form>
  );
}
