/** Dates in Chinese format. Legal dates are civil dates of Asia/Shanghai, whatever the time zone of the browser. */

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `2024-02-08` → 2024年2月8日（周四） */
export function fullDate(day: string): string {
  const [year, month, date] = partsOf(day);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${year}年${month}月${date}日（周${weekday}）`;
}

/** `2024-02-08` → 2月8日, with its year when that is not `thisYear`. */
export function shortDate(day: string, thisYear: number): string {
  const [year, month, date] = partsOf(day);
  return year === thisYear ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

const inShanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** An instant, to the minute: 2024年2月8日 09:30. */
export function instant(iso: string): string {
  const { year, month, day, hour, minute } = partsIn(iso);
  return `${year}年${month}月${day}日 ${hour}:${minute}`;
}

/** An instant to the second: 2024年2月8日 09:30:05. */
export function instantToTheSecond(iso: string): string {
  return `${instant(iso)}:${partsIn(iso).second}`;
}

function partsIn(iso: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(inShanghai.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

/** The civil date in Asia/Shanghai of an instant. */
export function civilDate(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Working days left, as text; negative when the day has passed. */
export function remainingWords(remaining: number | null): string {
  if (remaining === null) return '无期限';
  if (remaining < 0) return `已逾期 ${-remaining} 个工作日`;
  if (remaining === 0) return '今天到期';
  return `还有 ${remaining} 个工作日`;
}

function partsOf(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
