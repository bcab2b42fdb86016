/** Whether the process can be given work, and what to do if not. */
import { ProblemError } from '@lawgate/contracts';
import { pastLimits, type PastLimit, type QueueGauges } from '@lawgate/jobs';
import type { QueueParts } from '../queue/queue-parts.ts';

/** @throws ProblemError 503 `server.not-ready` without the database, `queue.unreachable`, `queue.behind` */
export async function requireReady({ health, limits }: Pick<QueueParts, 'health' | 'limits'>): Promise<void> {
  let gauges: QueueGauges;
  try {
    gauges = await health.measure();
  } catch {
    throw notReady();
  }
  if (gauges.queueDepth === null) {
    const detail = '队列（QUEUE_URL）没有应答，提醒和通知暂停，不会丢失。请检查队列服务；恢复后自动继续。';
    throw new ProblemError(503, 'queue.unreachable', detail);
  }
  const past = pastLimits(gauges, limits);
  if (past.length === 0) return;
  throw new ProblemError(
    503,
    'queue.behind',
    '提醒和通知没有及时送出。请检查 worker 进程是否在运行及其日志；系统管理员可在“管理 → 后台任务”查看并重试失败的任务。',
    { issues: past.map(issueOf) },
  );
}

export function notReady(): ProblemError {
  return new ProblemError(503, 'server.not-ready', '系统尚未就绪，请稍后再试。');
}

const words: Readonly<Record<PastLimit['gauge'], (value: string, limit: number) => string>> = {
  oldestDueTimer: (value, limit) => `最早到期的提醒已等待${value}秒，上限${limit}秒`,
  outboxAge: (value, limit) => `最早未送出的通知已等待${value}秒，上限${limit}秒`,
  queueDepth: (value, limit) => `队列中有${value}个任务，上限${limit}个`,
};

function issueOf({ gauge, value, limit }: PastLimit): { path: string; message: string } {
  return { path: gauge, message: words[gauge](String(Math.round(value * 10) / 10), limit) };
}
