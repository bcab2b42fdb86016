import type {
  CurrentRuleSet as Current,
  RuleSet,
  RuleSetPreview as Preview,
  RuleSetValue as Value,
} from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, InputNumber, Modal, Tabs, Tag, Typography } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { fullDate, instant } from '../../shared/dates.ts';
import { DayField } from '../../shared/day-field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

type Parameter = Current['categories'][number]['parameters'][number];

const key = ['rulesets'] as const;

/** Time limits and other parameters with an effective date; cases that began earlier keep their old values. */
export function ParametersSection() {
  const current = useQuery({
    queryKey: [...key, 'current'],
    queryFn: () => answered(api.GET('/api/rulesets/current')),
  });
  const [values, setValues] = useState<ReadonlyMap<string, Value>>(new Map());
  const [entering, setEntering] = useState(false);
  const change = (category: string, parameter: Parameter, value: number | null) => {
    const next = new Map(values);
    const place = `${category} ${parameter.key}`;
    if (value === null || value === parameter.value) next.delete(place);
    else next.set(place, { category, key: parameter.key, value });
    setValues(next);
  };
  return (
    <Loading query={current}>
      {(data) => (
        <Flex vertical gap={12}>
          <Flex justify="space-between" align="center" gap={12} wrap>
            <Typography.Text type="secondary">
              今天新建的案件适用第 {data.version} 版
              {data.effectiveFrom === null
                ? '（系统默认）'
                : `（${fullDate(data.effectiveFrom)}起，${data.documentNumber}）`}
              。改动自施行日期起对新建案件生效，已建案件仍用原参数。
            </Typography.Text>
            <Button type="primary" disabled={values.size === 0} onClick={() => setEntering(true)}>
              录入新版本（{values.size} 项改动）
            </Button>
          </Flex>
          <Tabs
            items={[
              ...data.categories.map(({ category, label, parameters }) => ({
                key: category,
                label,
                children: (
                  <ParameterTable
                    parameters={parameters}
                    valueOf={(name) => values.get(`${category} ${name}`)?.value}
                    onChange={(parameter, value) => change(category, parameter, value)}
                  />
                ),
              })),
              { key: 'past', label: '沿革', children: <PastSets /> },
            ]}
          />
          {entering ? (
            <EnterDialog
              values={[...values.values()]}
              expectedVersion={data.latestVersion}
              onClose={() => setEntering(false)}
              onDone={() => {
                setEntering(false);
                setValues(new Map());
              }}
            />
          ) : null}
        </Flex>
      )}
    </Loading>
  );
}

interface ParameterTableProps {
  readonly parameters: readonly Parameter[];
  readonly valueOf: (key: string) => number | undefined;
  readonly onChange: (parameter: Parameter, value: number | null) => void;
}

function ParameterTable({ parameters, valueOf, onChange }: ParameterTableProps) {
  return (
    <DataTable<Parameter>
      label="规则参数"
      rowKey="key"
      dataSource={[...parameters]}
      columns={[
        { title: '参数', dataIndex: 'label' },
        {
          title: '现行',
          align: 'right',
          render: (_, { value, unit }) => <span className="numeric">{`${value} ${unit}`}</span>,
        },
        {
          title: '改为',
          render: (_, parameter) => (
            <InputNumber
              aria-label={`${parameter.label}改为`}
              value={valueOf(parameter.key) ?? null}
              placeholder={String(parameter.value)}
              min={parameter.bounds.min}
              max={parameter.bounds.max}
              {...(parameter.bounds.integer ? { precision: 0 } : {})}
              onChange={(value) => onChange(parameter, value)}
              style={{ width: 110 }}
            />
          ),
        },
        { title: '默认', align: 'right', render: (_, row) => <span className="numeric">{row.default}</span> },
        { title: '依据', dataIndex: 'citation', width: 320 },
      ]}
    />
  );
}

interface Entry {
  readonly effectiveFrom: string;
  readonly documentNumber: string;
  readonly note?: string;
}

interface EnterDialogProps {
  readonly values: Value[];
  readonly expectedVersion: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A preview of the effects, then the entry itself. */
function EnterDialog({ values, expectedVersion, onClose, onDone }: EnterDialogProps) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const commandKey = useRef(newCommandKey());
  const preview = useMutation({
    mutationFn: (entry: Entry) => answered(api.POST('/api/rulesets/preview', { body: { ...entry, values } })),
  });
  const enter = useMutation({
    mutationFn: (entry: Entry) =>
      answered(
        api.POST('/api/rulesets', {
          params: { header: { 'Idempotency-Key': commandKey.current } },
          body: { ...entry, values, expectedVersion },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ['definitions'] });
      onDone();
    },
  });
  if (preview.data !== undefined) {
    return (
      <Modal
        open
        title="核对后录入"
        okText="录入"
        cancelText="返回修改"
        confirmLoading={enter.isPending}
        onOk={() => enter.mutate(preview.variables)}
        onCancel={() => {
          preview.reset();
          enter.reset();
        }}
        width={640}
      >
        <PreviewOf preview={preview.data} />
        {enter.error === null ? null : <ProblemAlert error={enter.error} />}
      </Modal>
    );
  }
  return (
    <FormDialog
      title="录入新的规则版本"
      open
      form={form}
      okText="预览"
      busy={preview.isPending}
      error={preview.error}
      onFinish={(entry) => preview.mutate(entry)}
      onClose={onClose}
    >
      <DayField name="effectiveFrom" label="施行日期" extra="不能早于今天" />
      <Form.Item name="documentNumber" label="文号或依据" rules={[{ required: true, message: '请填写文号或依据' }]}>
        <Input maxLength={100} placeholder="柳政发〔2026〕8号" />
      </Form.Item>
      <Form.Item name="note" label="说明" normalize={(text: string) => text || undefined}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const { changes, keeping, followedBy, effectiveFrom } = preview;
  return (
    <Flex vertical gap={12}>
      <Typography.Text>
        {fullDate(effectiveFrom)}起新建的案件适用。仍用原参数的：草稿 {keeping.drafts} 件、在办 {keeping.running} 件。
      </Typography.Text>
      <DataTable
        label="本次改动"
        rowKey={({ category, key: name }) => `${category} ${name}`}
        dataSource={changes}
        columns={[
          { title: '类别', dataIndex: 'categoryLabel' },
          { title: '参数', dataIndex: 'label' },
          { title: '由', align: 'right', render: (_, { from, unit }) => `${from} ${unit}` },
          { title: '改为', align: 'right', render: (_, { to, unit }) => <b>{`${to} ${unit}`}</b> },
        ]}
      />
      {followedBy.length === 0 ? null : (
        <Typography.Text type="warning">
          已录入、之后施行的版本不含这些改动：
          {followedBy.map((set) => `${fullDate(set.effectiveFrom)} ${set.documentNumber}`).join('；')}
        </Typography.Text>
      )}
    </Flex>
  );
}

const states = { future: '尚未施行', 'in-force': '现行', past: '已被替代' } as const;

function PastSets() {
  const sets = useQuery({ queryKey: [...key, 'list'], queryFn: () => answered(api.GET('/api/rulesets')) });
  return (
    <Loading query={sets}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>还没有录入过规则版本，一律按系统默认参数。</Nothing>
        ) : (
          <DataTable<RuleSet>
            label="规则版本沿革"
            rowKey="version"
            dataSource={items}
            columns={[
              { title: '版本', dataIndex: 'version' },
              { title: '状态', render: (_, { state }) => <Tag>{states[state]}</Tag> },
              { title: '施行日期', render: (_, { effectiveFrom }) => fullDate(effectiveFrom) },
              { title: '文号', dataIndex: 'documentNumber' },
              {
                title: '改动',
                render: (_, { changes }) => (
                  <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                    {changes.map(({ categoryLabel, label, from, to, unit, key: name, category }) => (
                      <li key={`${category} ${name}`}>{`${categoryLabel}：${label} ${from} → ${to} ${unit}`}</li>
                    ))}
                  </ul>
                ),
              },
              { title: '录入', render: (_, { by, at }) => `${by.name} ${instant(at)}` },
            ]}
          />
        )
      }
    </Loading>
  );
}
