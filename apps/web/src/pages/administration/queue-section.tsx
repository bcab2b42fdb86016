import { useQuery } from '@tanstack/react-query';
import { Descriptions, Flex, Tag, Typography } from 'antd';
import { answered, api } from '../../api/client.ts';
import { Loading } from '../../shared/page.tsx';

/** Delays of reminders and notices. */
export function QueueSection() {
  const queue = useQuery({
    queryKey: ['queue-health'],
    queryFn: () => answered(api.GET('/api/administration/queue')),
    refetchInterval: 10_000,
  });
  return (
    <Loading query={queue}>
      {({ gauges, limits, backend }) => (
        <Flex vertical gap={12}>
          <Descriptions
            bordered
            size="small"
            column={{ xs: 1, md: 2 }}
            items={[
              {
                label: '最早到期未提醒',
                children: <Gauge value={gauges.oldestDueTimer} limit={limits.oldestDueTimer} unit="秒" />,
              },
              {
                label: '最早未送出的通知',
                children: <Gauge value={gauges.outboxAge} limit={limits.outboxAge} unit="秒" />,
              },
              {
                label: '队列中的任务',
                children: <Gauge value={gauges.queueDepth} limit={limits.queueDepth} unit="个" />,
              },
              { label: '到期未提醒', children: <Gauge value={gauges.dueTimers} unit="条" /> },
              { label: '未送出的通知', children: <Gauge value={gauges.undelivered} unit="条" /> },
              { label: '送达用时（中位）', children: <Gauge value={gauges.deliveryLag?.p50 ?? null} unit="秒" /> },
              { label: '送达用时（最慢1%）', children: <Gauge value={gauges.deliveryLag?.p99 ?? null} unit="秒" /> },
              { label: '等待邮件或机器人', children: <Gauge value={gauges.channelWaiting} unit="条" /> },
              { label: '放弃投递', children: <Gauge value={gauges.channelDead} unit="条" /> },
              { label: '队列所在', children: backend },
            ]}
          />
          <Typography.Link href="/api/administration/queues/" target="_blank" rel="noreferrer">
            打开队列明细
          </Typography.Link>
        </Flex>
      )}
    </Loading>
  );
}

function Gauge({ value, limit, unit }: { value: number | null; limit?: number; unit: string }) {
  if (value === null) return <>读不到</>;
  const late = limit !== undefined && value > limit;
  return (
    <Flex gap={8} align="center">
      <span className="numeric">{`${Math.round(value * 100) / 100} ${unit}`}</span>
      {late ? <Tag color="red">超过上限 {limit}</Tag> : null}
    </Flex>
  );
}
