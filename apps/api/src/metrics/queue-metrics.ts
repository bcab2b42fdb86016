/** The gauges of queue and outbox in the text form of Prometheus. */
import type { QueueGauges } from '@lawgate/jobs';
import { Gauge, Registry } from 'prom-client';

interface Shown {
  readonly name: string;
  readonly help: string;
  /** Null leaves the gauge out: a gauge that cannot be read is absent, not 0. */
  readonly value: (gauges: QueueGauges) => number | null;
}

const shown: readonly Shown[] = [
  {
    name: 'lawgate_oldest_due_timer_seconds',
    help: 'How long the longest due timer has waited',
    value: ({ oldestDueTimer }) => oldestDueTimer,
  },
  {
    name: 'lawgate_outbox_age_seconds',
    help: 'How long the oldest undelivered outbox row has waited',
    value: ({ outboxAge }) => outboxAge,
  },
  {
    name: 'lawgate_queue_up',
    help: 'Whether the queue answers',
    value: ({ queueDepth }) => (queueDepth === null ? 0 : 1),
  },
  { name: 'lawgate_queue_depth_jobs', help: 'Jobs in the queue', value: ({ queueDepth }) => queueDepth },
  { name: 'lawgate_due_timers', help: 'Timers that are due or enqueued', value: ({ dueTimers }) => dueTimers },
  { name: 'lawgate_outbox_undelivered', help: 'Outbox rows not delivered', value: ({ undelivered }) => undelivered },
  {
    name: 'lawgate_delivery_lag_p50_seconds',
    help: 'From enqueueing to delivery over the last five minutes, median',
    value: ({ deliveryLag }) => deliveryLag.p50,
  },
  {
    name: 'lawgate_delivery_lag_p99_seconds',
    help: 'From enqueueing to delivery over the last five minutes, 99th percentile',
    value: ({ deliveryLag }) => deliveryLag.p99,
  },
  {
    name: 'lawgate_channel_deliveries_waiting',
    help: 'Mails and robot messages that wait or are tried again',
    value: ({ channelWaiting }) => channelWaiting,
  },
  {
    name: 'lawgate_channel_deliveries_dead',
    help: 'Mails and robot messages that were given up',
    value: ({ channelDead }) => channelDead,
  },
];

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

export function queueMetricsText(gauges: QueueGauges): Promise<string> {
  const registry = new Registry();
  for (const { name, help, value } of shown) {
    const read = value(gauges);
    if (read !== null) new Gauge({ name, help, registers: [registry] }).set(read);
  }
  return registry.metrics();
}
