import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { AnnualReport } from '../../api/types.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

interface FreezeBarProps {
  readonly year: string;
  readonly report: AnnualReport;
  readonly mayFreeze: boolean;
}

/** Whether the figures may still change, with the button to freeze them. */
export function FreezeBar({ year, report, mayFreeze }: FreezeBarProps) {
  const queries = useQueryClient();
  const [revising, setRevising] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const params = { params: { path: { year: year as never } } };
  const onSuccess = () => {
    setRevising(false);
    void queries.invalidateQueries({ queryKey: keys.reports });
  };
  const freeze = useMutation({
    mutationFn: () => answered(api.POST('/api/reports/annual/{year}/freeze', params)),
    onSuccess,
  });
  const revise = useMutation({
    mutationFn: (body: { reason: string }) =>
      answered(api.POST('/api/reports/annual/{year}/revisions', { ...params, body })),
    onSuccess,
  });
  const isTown = report.towns.length === 0;
  const frozen = report.frozenAt;
  return (
    <Flex vertical gap={8}>
      <Alert
        type={frozen === null ? 'info' : 'success'}
        showIcon
        title={
          frozen === null
            ? isTown
              ? '本年度数据尚未冻结，随案件办理变动。'
              : '县级数据为各镇合计。'
            : `已于${instant(frozen)}冻结（第 ${report.revision} 次），以后的办理不改变这些数。`
        }
        action={
          !mayFreeze || !isTown ? undefined : frozen === null ? (
            <Button size="small" onClick={() => freeze.mutate()} loading={freeze.isPending}>
              冻结本年度
            </Button>
          ) : (
            <Button size="small" onClick={() => setRevising(true)}>
              修订
            </Button>
          )
        }
      />
      {freeze.error === null ? null : <ProblemAlert error={freeze.error} />}
      {freeze.error instanceof ApiProblem ? <Unbalanced problem={freeze.error} /> : null}
      {frozen === null ? null : <Revisions year={year} />}
      <FormDialog
        title={`修订${year}年度统计`}
        open={revising}
        form={form}
        okText="修订"
        busy={revise.isPending}
        error={revise.error}
        onFinish={(values) => revise.mutate(values)}
        onClose={() => setRevising(false)}
      >
        <Form.Item name="reason" label="修订理由" rules={[{ required: true, message: '请填写修订理由' }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </FormDialog>
    </Flex>
  );
}

/** The problem lists the ids of the cases because of which the books do not balance. */
function Unbalanced({ problem: { problem } }: { problem: ApiProblem }) {
  const cases = (problem.issues ?? []).filter(({ path }) => /^[0-9a-f-]{36}$/.test(path));
  if (cases.length === 0) return null;
  return (
    <ul>
      {cases.map(({ path, message }) => (
        <li key={path}>
          <Link to={`/cases/${path}`}>{message}</Link>
        </li>
      ))}
    </ul>
  );
}

function Revisions({ year }: { year: string }) {
  const revisions = useQuery({
    queryKey: [...keys.reports, year, 'revisions'],
    queryFn: () =>
      answered(api.GET('/api/reports/annual/{year}/revisions', { params: { path: { year: year as never } } })),
  });
  if (revisions.data === undefined || revisions.data.items.length < 2) return null;
  return (
    <DataTable
      label="冻结与修订"
      rowKey="revision"
      dataSource={revisions.data.items}
      columns={[
        { title: '第几次', dataIndex: 'revision' },
        { title: '时间', render: (_, { frozenAt }) => instant(frozenAt) },
        { title: '由谁', render: (_, { frozenBy }) => frozenBy.name },
        { title: '理由', render: (_, { reason }) => reason ?? '首次冻结' },
      ]}
    />
  );
}
