/** Each clock with its days one by one, so that anyone can check the arithmetic by hand. */
import { Alert, Card, Flex, Progress, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { CaseClock } from '../api/types.ts';
import { civilDate, fullDate, shortDate } from '../shared/dates.ts';
import { DueTag } from '../shared/due-tag.tsx';
import { clockStatusLabels } from '../shared/words.ts';
import './clocks.css';

export interface ClocksProps {
  readonly clocks: readonly CaseClock[];
  /** What may be done with a clock, such as recording that a payment was made. */
  readonly action?: (clock: CaseClock) => ReactNode;
}

/** Open clocks first, by their last day. */
export function Clocks({ clocks, action }: ClocksProps) {
  const rank = ({ status }: CaseClock) => ['overdue', 'running', 'paused'].indexOf(status) + 1 || 9;
  const sorted = [...clocks].sort(
    (one, other) => rank(one) - rank(other) || (one.dueOn ?? '').localeCompare(other.dueOn ?? ''),
  );
  return (
    <Flex vertical gap={12}>
      {sorted.map((clock) => (
        <Clock key={clock.key} clock={clock} action={action?.(clock)} />
      ))}
    </Flex>
  );
}

const units = { workday: '个工作日', day: '日' } as const;

function Clock({ clock, action }: { clock: CaseClock; action: ReactNode }) {
  const { label, status, dueOn, remaining, provisional } = clock;
  const isOpen = status === 'running' || status === 'overdue';
  return (
    <Card
      size="small"
      title={<h2 className="clock-name">{label}</h2>}
      extra={
        isOpen ? (
          <DueTag dueOn={dueOn} remaining={remaining} provisional={provisional} />
        ) : (
          <Tag variant="outlined" color={clock.late ? 'red' : status === 'met' ? 'green' : 'default'}>
            {clock.lapsed ? '期限届满，自行终止' : clockStatusLabels[status]}
            {clock.late ? '（超期）' : ''}
          </Tag>
        )
      }
    >
      <Flex vertical gap={8}>
        <Reckoning clock={clock} />
        {provisional ? (
          <Alert type="info" showIcon title="暂估：所跨年度的节假日安排尚未公布，公布后自动重算，在此之前不计逾期。" />
        ) : null}
        {clock.warning === undefined ? null : (
          <Alert
            type="warning"
            showIcon
            title={clock.warning.message}
            description={`依据：${clock.warning.citation}`}
          />
        )}
        <Pauses clock={clock} />
        <CountedDays clock={clock} />
        {clock.citation === undefined ? null : (
          <Typography.Text type="secondary">依据：{clock.citation}</Typography.Text>
        )}
        {action}
      </Flex>
    </Card>
  );
}

function Reckoning({ clock }: { clock: CaseClock }) {
  const { startedOn, limit, unit, used, dueOn, remaining, endedOn, status } = clock;
  const parts = clock.fixed
    ? [`起于 ${fullDate(startedOn)}`, '截止日由本案载明，不另计算']
    : [
        `起于 ${fullDate(startedOn)}（当日不计）`,
        `期限 ${limit} ${units[unit]}`,
        `已用 ${used} ${units[unit]}`,
        ...(remaining === null || status === 'overdue' ? [] : [`剩余 ${remaining} ${units[unit]}`]),
      ];
  if (dueOn !== null) parts.push(`到期日 ${fullDate(dueOn)}`);
  else if (status === 'paused') parts.push('暂停中，恢复后重算到期日');
  if (clock.floorOn !== undefined) parts.push(`最短办理期限至 ${fullDate(clock.floorOn)}`);
  if (clock.windowOn !== undefined) parts.push(`${fullDate(clock.windowOn)} 起提醒`);
  if (endedOn !== undefined) parts.push(`止于 ${fullDate(endedOn)}`);
  const share = limit === 0 ? 100 : Math.min(100, Math.round((used / limit) * 100));
  return (
    <>
      <Typography.Text className="numeric">{parts.join('，')}。</Typography.Text>
      {clock.fixed || (status !== 'running' && status !== 'overdue' && status !== 'paused') ? null : (
        <Progress
          percent={share}
          size="small"
          status={status === 'overdue' ? 'exception' : 'normal'}
          format={() => `${used}/${limit}`}
          aria-label={`${clock.label}：已用 ${used}，共 ${limit}`}
        />
      )}
    </>
  );
}

function Pauses({ clock }: { clock: CaseClock }) {
  if (clock.pauses.length === 0) return null;
  return (
    <Typography.Text>
      暂停：
      {clock.pauses
        .map(({ from, to, reason }) => `${fullDate(from)} 至 ${to === undefined ? '今' : fullDate(to)}（${reason}）`)
        .join('；')}
    </Typography.Text>
  );
}

function CountedDays({ clock }: { clock: CaseClock }) {
  const { counted, label } = clock;
  if (counted.length === 0) return null;
  const today = civilDate(new Date());
  const last = clock.endedOn ?? today;
  return (
    <details>
      <summary>逐日计算（{counted.length} 日）</summary>
      <ol className="counted-days numeric" aria-label={`${label}逐日计算`}>
        {counted.map((day) => (
          <li key={day} data-used={day <= last} aria-current={day === today ? 'date' : undefined}>
            {shortDate(day, Number(clock.startedOn.slice(0, 4)))}
            <span>（{weekday(day)}）</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function weekday(day: string): string {
  return /（(.+)）/.exec(fullDate(day))?.[1] ?? '';
}
