import type { CalendarChanges, CalendarDays as Days } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Radio, Select, Tabs, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { fullDate, instant } from '../../shared/dates.ts';
import { DayField } from '../../shared/day-field.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { CalendarImport } from './calendar-import.tsx';
import { kindLabels } from './day-kinds.ts';

type Change = CalendarChanges['items'][number];
type Override = Days['overrides'][number];

const key = ['calendar'] as const;

/** The official days off and make-up days of each year, below the town's own overrides. */
export function CalendarSection() {
  const mayChange = hasRole(useMe(), 'administrator');
  return (
    <Tabs
      items={[
        { key: 'days', label: '各年安排', children: <Years mayChange={mayChange} /> },
        ...(mayChange ? [{ key: 'import', label: '导入下一年', children: <CalendarImport /> }] : []),
        { key: 'changes', label: '变动记录', children: <Changes /> },
      ]}
    />
  );
}

function Years({ mayChange }: { mayChange: boolean }) {
  const years = useQuery({ queryKey: [...key, 'years'], queryFn: () => answered(api.GET('/api/calendar/years')) });
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Loading query={years}>
      {(known) => {
        const year = chosen ?? known.latest ?? known.years.at(-1) ?? new Date().getFullYear();
        const next = (known.latest ?? year) + 1;
        return (
          <Flex vertical gap={12}>
            <Select
              aria-label="年份"
              value={year}
              onChange={setChosen}
              style={{ width: 200 }}
              options={[...known.years, next].map((value) => ({
                value,
                label: known.years.includes(value) ? `${value}年` : `${value}年（暂无安排）`,
              }))}
            />
            <YearDays key={year} year={year} mayChange={mayChange} />
          </Flex>
        );
      }}
    </Loading>
  );
}

function YearDays({ year, mayChange }: { year: number; mayChange: boolean }) {
  const queries = useQueryClient();
  const days = useQuery({
    queryKey: [...key, 'days', year],
    queryFn: () => answered(api.GET('/api/calendar/days', { params: { query: { year: String(year) as never } } })),
  });
  const remove = useMutation({
    mutationFn: (date: string) => api.DELETE('/api/calendar/overrides/{date}', { params: { path: { date } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Loading query={days}>
      {(data) => (
        <Flex vertical gap={16}>
          {data.provisional ? (
            <Alert
              type="warning"
              showIcon
              title={`${year}年还没有节假日安排，落在这一年的期限为暂估，不计逾期。国务院办公厅公布后请导入。`}
            />
          ) : (
            <Typography.Text type="secondary">依据：{data.source ?? '—'}</Typography.Text>
          )}
          {remove.error === null ? null : <ProblemAlert error={remove.error} />}
          {data.days.length === 0 ? null : (
            <DataTable
              label="放假与上班安排"
              rowKey="date"
              dataSource={data.days}
              columns={[
                { title: '日期', dataIndex: 'date', render: fullDate },
                {
                  title: '安排',
                  render: (_, day) => (
                    <Tag color={day.kind === 'off' ? 'green' : 'orange'} variant="outlined">
                      {kindLabels[day.kind]}
                    </Tag>
                  ),
                },
                { title: '节日', render: (_, day) => day.name ?? '' },
              ]}
            />
          )}
          <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
            本地调整
          </Typography.Title>
          {data.overrides.length === 0 ? (
            <Typography.Text type="secondary">没有本地调整。</Typography.Text>
          ) : (
            <DataTable<Override>
              label="本地调整"
              rowKey="date"
              dataSource={data.overrides}
              columns={[
                { title: '日期', dataIndex: 'date', render: fullDate },
                { title: '安排', render: (_, { kind }) => kindLabels[kind] },
                { title: '文号', dataIndex: 'documentNumber' },
                { title: '录入', render: (_, { enteredAt }) => instant(enteredAt) },
                ...(mayChange
                  ? [
                      {
                        title: '操作',
                        render: (_: unknown, { date }: Override) => (
                          <Button onClick={() => remove.mutate(date)} aria-label={`撤销${fullDate(date)}的调整`}>
                            撤销
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
          {mayChange ? <NewOverride /> : null}
        </Flex>
      )}
    </Loading>
  );
}

interface NewDay {
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly documentNumber: string;
}

function NewOverride() {
  const queries = useQueryClient();
  const [form] = Form.useForm<NewDay>();
  const put = useMutation({
    mutationFn: ({ date, ...body }: NewDay) =>
      answered(api.PUT('/api/calendar/overrides/{date}', { params: { path: { date } }, body })),
    onSuccess: () => {
      form.resetFields();
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Form<NewDay>
      name="calendar-override"
      form={form}
      layout="vertical"
      onFinish={(values) => put.mutate(values)}
      initialValues={{ kind: 'off' }}
    >
      <Flex gap={16} wrap align="start">
        <DayField name="date" label="日期" />
        <Form.Item name="kind" label="安排">
          <Radio.Group options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="documentNumber" label="文号或依据" rules={[{ required: true, message: '请填写文号或依据' }]}>
          <Input maxLength={100} style={{ width: 240 }} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit" loading={put.isPending}>
            登记调整
          </Button>
        </Form.Item>
      </Flex>
      {put.error === null ? null : <ProblemAlert error={put.error} />}
      {put.data === undefined ? null : (
        <Alert
          type="success"
          title={put.data.unchanged ? '与现有安排相同，没有改动。' : `已登记，重新计算期限 ${put.data.count} 个。`}
        />
      )}
    </Form>
  );
}

const changeLabels = {
  import: '导入',
  override: '本地调整',
  'override-removed': '撤销调整',
  'built-in': '系统内置',
} as const;

function Changes() {
  const changes = useQuery({
    queryKey: [...key, 'changes'],
    queryFn: () => answered(api.GET('/api/calendar/changes')),
  });
  return (
    <Loading query={changes}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>没有变动。导入节假日安排或登记本地调整后会记在这里。</Nothing>
        ) : (
          <DataTable<Change>
            label="节假日变动记录"
            rowKey="revision"
            dataSource={items}
            columns={[
              { title: '时间', render: (_, { at }) => instant(at) },
              { title: '变动', render: (_, { kind }) => changeLabels[kind] },
              { title: '年份', dataIndex: 'year' },
              { title: '日期', render: (_, { date }) => (date === null ? '全年' : fullDate(date)) },
              { title: '依据', dataIndex: 'documentNumber' },
              { title: '录入人', render: (_, { by }) => by?.name ?? '系统' },
              { title: '期限重算', render: (_, { settled }) => (settled ? '已完成' : '进行中') },
            ]}
          />
        )
      }
    </Loading>
  );
}
