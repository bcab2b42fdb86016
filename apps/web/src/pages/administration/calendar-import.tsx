import type { CalendarImportRequest as Import, CalendarPreview as Preview } from '@lawgate/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Form, Input, InputNumber, Radio, Typography } from 'antd';
import { answered, api } from '../../api/client.ts';
import { fullDate } from '../../shared/dates.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { kindLabels } from './day-kinds.ts';

const hints = {
  notice: '粘贴国务院办公厅通知原文，例如：一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  json: '粘贴公开节假日数据的 JSON',
  ics: '粘贴日历文件（.ics）的内容',
} as const;

/** Reads the table, previews its days and effects, then imports it. */
export function CalendarImport() {
  const queries = useQueryClient();
  const [form] = Form.useForm<Import>();
  const format = Form.useWatch('format', form) ?? 'notice';
  const read = () => {
    const { format: kind, text, year } = form.getFieldsValue();
    return { format: kind, text: text ?? '', ...(year ? { year } : {}) };
  };
  const preview = useMutation({
    mutationFn: () => answered(api.POST('/api/calendar/imports/preview', { body: read() })),
  });
  const enter = useMutation({
    mutationFn: ({ documentNumber, replace }: Import) =>
      answered(
        api.POST('/api/calendar/imports', { body: { ...read(), documentNumber, replace: replace ?? false } as Import }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['calendar'] });
      preview.reset();
    },
  });
  const readable = preview.data !== undefined && preview.data.problems.length === 0 && preview.data.days.length > 0;
  return (
    <Form<Import>
      name="calendar-import"
      form={form}
      layout="vertical"
      initialValues={{ format: 'notice', replace: false }}
      onFinish={(values) => enter.mutate(values)}
      // A change of the input invalidates the preview.
      onValuesChange={(changed) =>
        'text' in changed || 'format' in changed || 'year' in changed ? preview.reset() : undefined
      }
    >
      <Form.Item name="format" label="来源">
        <Radio.Group
          options={[
            { value: 'notice', label: '通知原文' },
            { value: 'json', label: 'JSON' },
            { value: 'ics', label: '日历文件' },
          ]}
        />
      </Form.Item>
      <Form.Item name="text" label="内容" rules={[{ required: true, message: '请粘贴内容' }]} extra={hints[format]}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="year" label="年份（内容未写明时填写）">
        <InputNumber min={2000} max={2099} />
      </Form.Item>
      <Flex vertical gap={12}>
        <div>
          <Button onClick={() => preview.mutate()} loading={preview.isPending}>
            预览
          </Button>
        </div>
        {preview.error === null ? null : <ProblemAlert error={preview.error} />}
        {preview.data === undefined ? null : <PreviewOf preview={preview.data} />}
        {readable ? (
          <Flex gap={16} wrap align="end">
            <Form.Item name="documentNumber" label="文号" rules={[{ required: true, message: '请填写文号' }]}>
              <Input maxLength={100} style={{ width: 260 }} placeholder="国办发明电〔2026〕7号" />
            </Form.Item>
            {preview.data?.present ? (
              <Form.Item name="replace" valuePropName="checked" label="已有安排">
                <Checkbox>以本次内容替换</Checkbox>
              </Form.Item>
            ) : null}
            <Form.Item>
              <Button type="primary" htmlType="submit" loading={enter.isPending}>
                导入{preview.data?.year}年安排
              </Button>
            </Form.Item>
          </Flex>
        ) : null}
        {enter.error === null ? null : <ProblemAlert error={enter.error} />}
        {enter.data === undefined ? null : (
          <Alert
            type="success"
            showIcon
            title={
              enter.data.unchanged
                ? `${enter.data.year}年安排与已有的相同，没有改动。`
                : `${enter.data.year}年安排已导入，重新计算期限 ${enter.data.count} 个。`
            }
          />
        )}
      </Flex>
    </Form>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const { year, days, problems, diff, present, affected } = preview;
  if (problems.length > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title="有读不懂的地方，不能导入"
        description={
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {problems.map(({ code, message, phrase }) => (
              <li key={code + message}>
                {message}
                {phrase === undefined ? null : <Typography.Text type="secondary">（原文：{phrase}）</Typography.Text>}
              </li>
            ))}
          </ul>
        }
      />
    );
  }
  return (
    <Flex vertical gap={8}>
      <Typography.Text>
        读到{year}年 {days.length} 天。{present ? '该年已有安排：' : '该年还没有安排：'}新增 {diff.added.length}、去掉{' '}
        {diff.removed.length}、改变 {diff.changed.length}；将重新计算未结期限 {affected} 个。
      </Typography.Text>
      <DataTable
        label="读到的日期"
        rowKey="date"
        dataSource={days}
        columns={[
          { title: '日期', dataIndex: 'date', render: fullDate },
          { title: '安排', render: (_, { kind }) => kindLabels[kind] },
          { title: '节日', render: (_, { name }) => name ?? '' },
        ]}
      />
    </Flex>
  );
}
