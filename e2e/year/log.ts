/** All notifications of the year, with their causes, as lines that can be read and compared. */
import path from 'node:path';
import type pg from 'pg';
import { cases } from './script.ts';

export const goldenFile = path.resolve(import.meta.dirname, 'golden/2024.log');

const columns = `# 2024年提醒与通知日志（演示镇全年模拟运行的预期结果）
# 每行：日期 星期 时刻 | 案件 | 行别 | …；按整行排序。案件编号以 ‹编号› 代替，案件以标题称呼。
#   收件 | 收件人 | 通知种类 | 通知全文        —— 每人收件箱中的每一条
#   提醒 | 任务（或期限） | 阶段               —— 每项任务每个阶段只有一行
#   系统 | 事件 | 环节变化                     —— 期限届满由系统自行办理的事项
`;

interface Row {
  readonly at: Date;
  readonly caseId: string | null;
  readonly title: string | null;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The whole log, with a final line end. */
export async function readLog(pool: pg.Pool): Promise<string> {
  const notices = await pool.query<Row & { person: string; username: string; kind: string; text: string }>(
    `select n.created_at as at, n.case_id as "caseId", c.title, p.name as person, p.username, n.kind, n.text
       from notification n join person p on p.id = n.person_id left join review_case c on c.id = n.case_id`,
  );
  const reminded = await pool.query<Row & { subject: string; stage: string; label: string | null }>(
    `select r.fired_at as at, r.case_id as "caseId", c.title, r.subject, r.stage, t.label
       from reminder r join review_case c on c.id = r.case_id left join task t on t.id::text = r.subject`,
  );
  const done = await pool.query<Row & { body: string }>(
    `select h.at, h.case_id as "caseId", c.title, h.body
       from history h join review_case c on c.id = h.case_id where h.actor_id is null`,
  );
  const lines = [
    ...notices.rows.map((row) => line(row, '收件', `${row.person}(${row.username})`, row.kind, row.text)),
    ...reminded.rows.map((row) => line(row, '提醒', row.label ?? row.subject, row.stage)),
    ...done.rows.map((row) => {
      const { type, from, to } = JSON.parse(row.body) as { type: string; from: string | null; to: string };
      return line(row, '系统', type, `${from ?? ''} → ${to}`);
    }),
  ];
  return `${columns}${lines.sort().join('\n')}\n`;
}

function line(row: Row, ...rest: readonly string[]): string {
  const scrubbed = rest.map((part) =>
    (row.caseId === null ? part : part.replaceAll(row.caseId.slice(-8), '‹编号›')).replaceAll(uuid, '‹编号›'),
  );
  return [legalTime(row.at), row.title ?? '—', ...scrubbed].join(' | ');
}

/** 2024-02-18 周日 08:30; seconds only if they are not 0. */
export function legalTime(at: Date): string {
  const beijing = new Date(at.getTime() + 8 * 3_600_000);
  const iso = beijing.toISOString();
  const seconds = iso.slice(17, 23) === '00.000' ? '' : iso.slice(16, 23);
  return `${iso.slice(0, 10)} 周${'日一二三四五六'[beijing.getUTCDay()]} ${iso.slice(11, 16)}${seconds}`;
}

/** The log as it is at the end of `day`. */
export function logUntil(log: string, day: string): string {
  const isUntil = (each: string): boolean => each.startsWith('#') || each.slice(0, 10) <= day;
  return log.split('\n').filter(isUntil).join('\n');
}

/** The lines of one case. */
export function linesOf(log: string, name: string): string[] {
  if (!cases.some((each) => each.name === name)) throw new Error(`no case "${name}" in the script`);
  return log.split('\n').filter((each) => each.includes(` | ${name} | `));
}
