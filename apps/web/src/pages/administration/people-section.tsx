import type {
  Account,
  AccountWithPassword as WithPassword,
  GrantRoles as Roles,
  NewAccount as Created,
} from '@lawgate/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Form, Input, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { roleLabel, roleLabels } from '../../shared/words.ts';

const key = ['accounts'] as const;

/** Roles that can be granted; `system` is not a person. */
const grantable = Object.entries(roleLabels)
  .filter(([role]) => role !== 'system')
  .map(([value, label]) => ({ value, label }));
const qualifications = [
  { value: 'national-legal', label: '国家统一法律职业资格' },
  { value: 'enforcement-review-experience', label: '此前已从事法制审核' },
];

/**
 * Accounts by the three officers: the system administrator creates and deactivates them, the security administrator
 * grants roles, and neither can do the other's part.
 */
export function PeopleSection() {
  const me = useMe();
  const [q, setQ] = useState('');
  const [creating, setCreating] = useState(false);
  const [granting, setGranting] = useState<Account | null>(null);
  const [password, setPassword] = useState<WithPassword | null>(null);
  const makes = hasRole(me, 'administrator');
  const grants = hasRole(me, 'security-administrator');
  const accounts = useInfiniteQuery({
    queryKey: [...key, q],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/administration/people', {
          params: { query: { ...(q === '' ? {} : { q }), ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        三员分立：系统管理员建立和停用账号，安全管理员授予角色，审计员查看变动。任何人不能改自己的账号。
      </Typography.Text>
      <Flex gap={12} wrap>
        <Input.Search
          allowClear
          placeholder="姓名或用户名"
          aria-label="按姓名或用户名查找"
          onSearch={(text) => setQ(text.trim())}
          style={{ width: 240 }}
        />
        {makes ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            新建账号
          </Button>
        ) : null}
      </Flex>
      {password === null ? null : (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setPassword(null) }}
          title={`${password.name}（${password.username}）的一次性密码：${password.oneTimePassword}`}
          description="只显示这一次，请当面告知本人；登录后须改为自己的密码。"
        />
      )}
      <Loading query={accounts}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Nothing>没有符合条件的账号。</Nothing>;
          return (
            <>
              <DataTable<Account>
                label="账号"
                rowKey="id"
                dataSource={items}
                columns={[
                  { title: '姓名', dataIndex: 'name' },
                  { title: '用户名', dataIndex: 'username' },
                  { title: '单位', render: (_, { organisation }) => organisation.name },
                  { title: '角色', render: (_, { roles }) => roles.map(roleLabel).join('、') || '尚未授予' },
                  { title: '状态', render: (_, account) => <AccountStatus account={account} /> },
                  {
                    title: '操作',
                    render: (_, account) =>
                      account.id === me.id ? null : (
                        <Flex gap={8}>
                          {makes ? <Making account={account} onPassword={setPassword} /> : null}
                          {grants ? (
                            <Button
                              size="small"
                              onClick={() => setGranting(account)}
                              aria-label={`授予${account.name}角色`}
                            >
                              授予角色
                            </Button>
                          ) : null}
                        </Flex>
                      ),
                  },
                ]}
              />
              {accounts.hasNextPage ? (
                <Button onClick={() => void accounts.fetchNextPage()} loading={accounts.isFetchingNextPage}>
                  更多账号
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
      {creating ? <NewAccount onClose={() => setCreating(false)} onMade={setPassword} /> : null}
      {granting === null ? null : <GrantRoles account={granting} onClose={() => setGranting(null)} />}
    </Flex>
  );
}

function AccountStatus({ account: { active, mustChangePassword } }: { account: Account }) {
  if (!active) return <Tag>已停用</Tag>;
  return mustChangePassword ? <Tag color="orange">待改密码</Tag> : <Tag color="green">在用</Tag>;
}

/** Operations of the system administrator on one account; a refusal lists open tasks. */
function Making({ account, onPassword }: { account: Account; onPassword: (made: WithPassword) => void }) {
  const { id, name, active } = account;
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const onSuccess = () => void queries.invalidateQueries({ queryKey: key });
  const onError = (error: Error) =>
    void modal.warning({ title: '没有办成', content: <ProblemAlert error={error} />, width: 560 });
  const params = { params: { path: { id } } };
  const turn = useMutation({
    mutationFn: () =>
      active
        ? answered(api.POST('/api/administration/people/{id}/deactivate', params))
        : answered(api.POST('/api/administration/people/{id}/activate', params)),
    onSuccess,
    onError,
  });
  const reset = useMutation({
    mutationFn: () => answered(api.POST('/api/administration/people/{id}/reset-password', params)),
    onSuccess: (made) => {
      onPassword(made);
      onSuccess();
    },
    onError,
  });
  return (
    <>
      <Button
        size="small"
        onClick={() => turn.mutate()}
        loading={turn.isPending}
        aria-label={`${active ? '停用' : '启用'}${name}`}
      >
        {active ? '停用' : '启用'}
      </Button>
      {active ? (
        <Button size="small" onClick={() => reset.mutate()} loading={reset.isPending} aria-label={`重置${name}的密码`}>
          重置密码
        </Button>
      ) : null}
    </>
  );
}

function NewAccount({ onClose, onMade }: { onClose: () => void; onMade: (made: WithPassword) => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Created>();
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: () => answered(api.GET('/api/organisations')),
  });
  const create = useMutation({
    mutationFn: (body: Created) => answered(api.POST('/api/administration/people', { body })),
    onSuccess: (made) => {
      onMade(made);
      void queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const options = (organisations.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FormDialog
      title="新建账号"
      open
      form={form}
      okText="新建"
      busy={create.isPending}
      error={create.error}
      onFinish={(values) => create.mutate(values)}
      onClose={onClose}
    >
      {options.length > 1 ? (
        <Form.Item name="organisation" label="单位" extra="不选则为本单位">
          <Select options={options} allowClear />
        </Form.Item>
      ) : null}
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="username"
        label="用户名"
        rules={[{ required: true, message: '请填写用户名' }]}
        extra="小写字母、数字、点、下划线或连字符"
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

function GrantRoles({ account, onClose }: { account: Account; onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Roles>();
  const grant = useMutation({
    mutationFn: (body: Roles) =>
      answered(api.PUT('/api/administration/people/{id}/roles', { params: { path: { id: account.id } }, body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const { roles } = account;
  return (
    <FormDialog
      title={`授予${account.name}角色`}
      open
      form={form}
      okText="授予"
      busy={grant.isPending}
      error={grant.error}
      initialValues={{ roles, qualifications: account.qualifications }}
      onFinish={(values) => grant.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="roles" label="角色" extra="以所选为准，未选的即收回">
        <Select mode="multiple" options={grantable} />
      </Form.Item>
      <Form.Item name="qualifications" label="资格">
        <Select mode="multiple" options={qualifications} />
      </Form.Item>
    </FormDialog>
  );
}
