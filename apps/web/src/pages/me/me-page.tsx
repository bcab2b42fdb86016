import type { ChannelPreferences as Preferences } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Descriptions, Flex, Form, Input, Segmented, Select, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { useAppearance, type Appearance } from '../../app/theme.tsx';
import { PasswordForm } from '../../session/password-form.tsx';
import { useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { roleLabel } from '../../shared/words.ts';

type Mode = Preferences['preferences'][number]['mode'];

const key = ['preferences'] as const;

/** Families of notices for the preferences; the most specific preference applies. */
const families = [
  { kind: '*', label: '所有通知' },
  { kind: 'task-opened', label: '新待办' },
  { kind: 'reminder', label: '到期与逾期提醒' },
  { kind: 'urge', label: '催办' },
  { kind: 'copy', label: '抄送' },
] as const;

const modes: readonly { value: Mode | 'default'; label: string }[] = [
  { value: 'default', label: '按默认' },
  { value: 'at-once', label: '即时' },
  { value: 'daily', label: '每日汇总' },
  { value: 'off', label: '不接收' },
];

export default function MePage() {
  const me = useMe();
  const { appearance, choose } = useAppearance();
  const preferences = useQuery({ queryKey: key, queryFn: () => answered(api.GET('/api/channels/preferences')) });
  return (
    <Page title="我的设置">
      <Card>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { label: '姓名', children: me.name },
            { label: '用户名', children: me.username },
            { label: '单位', children: me.organisation.name },
            { label: '角色', children: me.roles.map(roleLabel).join('、') },
          ]}
        />
        <Flex gap={12} align="center" wrap>
          <span id="appearance">外观</span>
          <Segmented<Appearance>
            aria-labelledby="appearance"
            value={appearance}
            onChange={choose}
            options={[
              { value: 'light', label: '浅色' },
              { value: 'dark', label: '深色' },
              { value: 'system', label: '跟随系统' },
            ]}
          />
        </Flex>
      </Card>
      <Card title="修改密码">
        <PasswordForm />
      </Card>
      <Card title="通知接收">
        <Loading query={preferences}>{(data) => <PreferencesForm preferences={data} />}</Loading>
      </Card>
    </Page>
  );
}

function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [email, setEmail] = useState(preferences.email ?? '');
  const [chosen, setChosen] = useState(preferences.preferences);
  const put = useMutation({
    mutationFn: () =>
      answered(api.PUT('/api/channels/preferences', { body: { email: email.trim() || null, preferences: chosen } })),
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      void message.success('已保存');
    },
  });
  const modeOf = (kind: string) => chosen.find((one) => one.kind === kind && one.channel === 'mail')?.mode ?? 'default';
  const setMode = (kind: string, mode: Mode | 'default') => {
    const others = chosen.filter((one) => one.kind !== kind || one.channel !== 'mail');
    setChosen(mode === 'default' ? others : [...others, { kind, channel: 'mail', mode }]);
  };
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        所有通知都会出现在收件箱。
        {preferences.channels.mail ? '邮件另外发送：' : '本单位没有开通邮件；开通后按以下设置发送。'}
      </Typography.Text>
      <Form layout="vertical">
        <Form.Item label="邮箱" htmlFor="email" style={{ maxWidth: 360, marginBottom: 0 }}>
          <Input id="email" type="email" value={email} onChange={({ target }) => setEmail(target.value)} />
        </Form.Item>
      </Form>
      <DataTable
        label="各类通知的接收方式"
        rowKey="kind"
        dataSource={[...families]}
        columns={[
          { title: '通知', dataIndex: 'label' },
          {
            title: '邮件',
            render: (_, { kind, label }) => (
              <Select<Mode | 'default'>
                aria-label={`${label}的邮件`}
                value={modeOf(kind)}
                onChange={(mode) => setMode(kind, mode)}
                options={[...modes]}
                style={{ width: 130 }}
              />
            ),
          },
        ]}
      />
      {put.error === null ? null : <ProblemAlert error={put.error} />}
      <div>
        <Button type="primary" onClick={() => put.mutate()} loading={put.isPending}>
          保存
        </Button>
      </div>
    </Flex>
  );
}
