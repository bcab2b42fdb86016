import type { FailedJob, JobKind } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography } from 'antd';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

const key = ['jobs'] as const;

/** Background work: waiting, running and failed jobs, with a button to retry failed ones. */
export function JobsSection() {
  const kinds = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/administration/jobs')),
    refetchInterval: 10_000,
  });
  return (
    <Loading query={kinds}>
      {({ items }) => {
        const failing = items.filter(({ retryable }) => retryable > 0);
        return (
          <Flex vertical gap={16}>
            {failing.length === 0 ? <Nothing>没有失败的后台任务。</Nothing> : null}
            {failing.map((kind) => (
              <FailedOfKind key={kind.kind} kind={kind} />
            ))}
            <DataTable<JobKind>
              label="后台任务"
              rowKey="kind"
              dataSource={items}
              columns={[
                { title: '任务', dataIndex: 'title' },
                { title: '等待', align: 'right', dataIndex: 'waiting' },
                { title: '正在运行', align: 'right', dataIndex: 'running' },
                {
                  title: '失败',
                  align: 'right',
                  render: (_, { failed }) => (failed === 0 ? 0 : <Tag color="red">{failed}</Tag>),
                },
                { title: '下次运行', render: (_, { nextRun }) => (nextRun === null ? '' : instant(nextRun)) },
                {
                  title: '最近一次错误',
                  render: (_, { lastError }) =>
                    lastError === null ? '' : `${instant(lastError.at)} ${lastError.text}`,
                },
              ]}
            />
          </Flex>
        );
      }}
    </Loading>
  );
}

/** Ids, times and reasons only, because an administrator may not read cases. */
function FailedOfKind({ kind: { kind, title, failed, retryable } }: { kind: JobKind }) {
  const queries = useQueryClient();
  const jobs = useQuery({
    queryKey: [...key, kind, retryable],
    queryFn: () => answered(api.GET('/api/administration/jobs/{kind}/failed', { params: { path: { kind } } })),
  });
  const retry = useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/administration/jobs/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <section aria-label={`失败的任务：${title}`}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {title}：失败 {retryable} 件
      </Typography.Title>
      {failed > retryable ? (
        <Typography.Paragraph>另有 {failed - retryable} 件属于其他单位，由其系统管理员处理。</Typography.Paragraph>
      ) : null}
      {retry.error === null ? null : <ProblemAlert error={retry.error} />}
      <Loading query={jobs}>
        {({ items }) => (
          <Flex vertical gap={8}>
            {items.map((job) => (
              <FailedRow
                key={job.id}
                job={job}
                retrying={retry.isPending && retry.variables === job.id}
                onRetry={() => retry.mutate(job.id)}
              />
            ))}
          </Flex>
        )}
      </Loading>
    </section>
  );
}

function FailedRow({ job, retrying, onRetry }: { job: FailedJob; retrying: boolean; onRetry: () => void }) {
  const { failedAt, attempts, error } = job;
  return (
    <Flex gap={12} align="center" justify="space-between" wrap>
      <span style={{ overflowWrap: 'anywhere', flex: '1 1 220px' }}>
        {instant(failedAt)}，已试 {attempts} 次：{error}
      </span>
      <Button onClick={onRetry} loading={retrying}>
        重试
      </Button>
    </Flex>
  );
}
