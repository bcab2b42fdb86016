import type { AuditVerification as Verification } from '@lawgate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

/** The worker verifies all chains of the organisation; the page can be left meanwhile. */
export function VerificationSection() {
  const [id, setId] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: () => answered(api.POST('/api/audit/verifications')),
    onSuccess: (asked) => setId(asked.id),
  });
  const found = useQuery({
    queryKey: ['verification', id],
    queryFn: () => answered(api.GET('/api/audit/verifications/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000),
  });
  return (
    <Flex vertical gap={12} align="start">
      <Typography.Text type="secondary">
        逐件重新计算办理经过和审计记录的校验值。有人在数据库中改动过一个字，这里都会指出是哪一条。
      </Typography.Text>
      <Button type="primary" onClick={() => ask.mutate()} loading={ask.isPending}>
        核验全部记录
      </Button>
      {ask.error === null ? null : <ProblemAlert error={ask.error} />}
      {found.data === undefined ? null : <Result verification={found.data} />}
    </Flex>
  );
}

function Result({ verification }: { verification: Verification }) {
  const { state, cases, entries, broken, findings, finishedAt } = verification;
  const percent = cases.total === 0 ? (state === 'done' ? 100 : 0) : Math.round((cases.checked / cases.total) * 100);
  return (
    <Flex vertical gap={12} style={{ width: '100%' }}>
      <Progress
        percent={percent}
        status={state === 'failed' || broken > 0 ? 'exception' : 'normal'}
        aria-label="核验进度"
      />
      <Typography.Text>
        已核验案件 {cases.checked} 件（共 {cases.total} 件）、审计记录 {entries.checked} 条。
      </Typography.Text>
      {state === 'done' && broken === 0 ? (
        <Alert type="success" showIcon title={`全部相符${finishedAt === null ? '' : `（${instant(finishedAt)}）`}`} />
      ) : null}
      {broken > 0 ? (
        <>
          <Alert type="error" showIcon title={`有 ${broken} 条记录不符，请保全数据库并上报。`} />
          <DataTable
            label="不符的记录"
            rowKey={({ id, seq }) => `${id} ${seq}`}
            dataSource={findings}
            columns={[
              { title: '记录', render: (_, { kind }) => (kind === 'case' ? '案件经过' : '审计记录') },
              { title: '编号', dataIndex: 'id' },
              { title: '序号', dataIndex: 'seq', align: 'right' },
              { title: '不符之处', dataIndex: 'reason' },
            ]}
          />
        </>
      ) : null}
    </Flex>
  );
}
