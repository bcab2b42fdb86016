import type { ChannelIncidentList as Incidents } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { answered, api } from '../../api/client.ts';
import { instant } from '../../shared/dates.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

const key = ['incidents'] as const;
const channelLabels = { mail: '邮件', webhook: '群机器人' } as const;

/** Failed deliveries. Only numbers and reasons, because an administrator may not read cases. */
export function IncidentsSection() {
  const queries = useQueryClient();
  const incidents = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/channels/incidents')),
    refetchInterval: 30_000,
  });
  const retry = useMutation({
    mutationFn: (id: string) => api.POST('/api/channels/incidents/{id}/retry', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Loading query={incidents}>
      {({ outages, waiting, items }) => (
        <Flex vertical gap={12}>
          {outages.map(({ channel, since, failures, retryAt, error }) => (
            <Alert
              key={channel}
              type="error"
              showIcon
              title={`${channelLabels[channel]}自${instant(since)}起送不出，已试${failures}次`}
              description={`${error}${retryAt === null ? '' : `；${instant(retryAt)}再试`}`}
            />
          ))}
          {retry.error === null ? null : <ProblemAlert error={retry.error} />}
          {waiting > 0 ? <Alert type="info" title={`等待投递 ${waiting} 条`} /> : null}
          {items.length === 0 ? (
            <Nothing>没有投递失败的通知。</Nothing>
          ) : (
            <DataTable<Incidents['items'][number]>
              label="投递失败的通知"
              rowKey="id"
              dataSource={items}
              columns={[
                { title: '通知产生', render: (_, { createdAt }) => instant(createdAt) },
                { title: '渠道', render: (_, { channel }) => channelLabels[channel] },
                { title: '原因', dataIndex: 'error' },
                { title: '已试', align: 'right', dataIndex: 'attempts' },
                {
                  title: '操作',
                  render: (_, { id }) => (
                    <Button onClick={() => retry.mutate(id)} loading={retry.isPending && retry.variables === id}>
                      重新投递
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Flex>
      )}
    </Loading>
  );
}
