import type { PutStandIn as NewStandIn, StandIn } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Select, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { usePeople } from '../../api/queries.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { fullDate } from '../../shared/dates.ts';
import { DayField } from '../../shared/day-field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';

const key = ['stand-ins'] as const;

/** Leave by date range: a stand-in may act for the person who is away, and the history records both names. */
export function StandInsSection() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const standIns = useQuery({ queryKey: key, queryFn: () => answered(api.GET('/api/standins')) });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/standins/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: (error) => void message.error(error.message),
  });
  return (
    <Flex vertical gap={12}>
      <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
        外出期间由代理人办理待办。日期含首日、不含末日；代理人须具有被代理人的全部角色，经过中同时记载两人姓名。
      </Typography.Paragraph>
      <div>
        <Button type="primary" onClick={() => setAdding(true)}>
          登记代理
        </Button>
      </div>
      <Loading query={standIns}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>今天及以后没有代理安排。外出前请登记代理人，待办和提醒会转给他。</Nothing>
          ) : (
            <DataTable<StandIn>
              label="代理安排"
              rowKey="id"
              dataSource={items}
              columns={[
                { title: '外出', render: (_, { person }) => person.name },
                { title: '代理人', render: (_, { standIn }) => standIn.name },
                { title: '首日', render: (_, { from }) => fullDate(from) },
                { title: '恢复办理', render: (_, { to }) => fullDate(to) },
                {
                  title: '操作',
                  render: (_, { id, person }) => (
                    <Button
                      onClick={() => end.mutate(id)}
                      loading={end.isPending && end.variables === id}
                      aria-label={`结束${person.name}的代理`}
                    >
                      结束代理
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loading>
      <NewStandInDialog open={adding} onClose={() => setAdding(false)} />
    </Flex>
  );
}

function NewStandInDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const people = usePeople();
  const [form] = Form.useForm<NewStandIn>();
  const put = useMutation({
    mutationFn: (body: NewStandIn) => answered(api.PUT('/api/standins', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const options = (people.data ?? []).map(({ id, name, username }) => ({ value: id, label: `${name}（${username}）` }));
  const forOthers = hasRole(me, 'director');
  return (
    <FormDialog
      title="登记代理"
      open={open}
      form={form}
      okText="登记"
      busy={put.isPending}
      error={put.error}
      initialValues={forOthers ? { person: me.id } : {}}
      onFinish={(values) => put.mutate(values)}
      onClose={onClose}
    >
      {forOthers ? (
        <Form.Item name="person" label="外出人员" rules={[{ required: true, message: '请选择外出人员' }]}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      ) : null}
      <Form.Item name="standIn" label="代理人" rules={[{ required: true, message: '请选择代理人' }]}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <DayField name="from" label="首日" />
      <DayField name="to" label="恢复办理之日" extra="这一天起由本人办理" />
    </FormDialog>
  );
}
