/**
 * The reminders of three cases, derived by hand from the rules and the official calendar of 2024; README.md shows how.
 * Nothing here computes a date with the product.
 */
export interface DerivedCase {
  readonly name: string;
  readonly lines: readonly string[];
}

const li = '李审查(intake)';
const intake2 = '何审查(intake2)';
const zhou = '周承办(clerk)';
const qian = '钱承办(clerk2)';
const wang = '王律师(adviser)';
const zhao = '赵律师(adviser2)';
const sun = '孙所长(director)';

/** Time, task, stage, recipients, and the text. */
type Reminder = readonly [at: string, task: string, stage: string, people: readonly string[], text: string];

function derived(name: string, category: string, reminders: readonly Reminder[]): DerivedCase {
  const lines = reminders.flatMap(([at, task, stage, people, text]) => [
    `${at} | ${name} | 提醒 | ${task} | ${stage}`,
    ...people.map((who) => `${at} | ${name} | 收件 | ${who} | reminder.${stage} | ${text}〔${category} ‹编号›〕`),
  ]);
  return { name, lines: lines.sort() };
}

const left = (task: string, days: number, day: string): string => `待办：${task}，剩余${days}个工作日（${day}前）`;
const today = (task: string, day: string): string => `待办：${task}，今日到期（${day}前）`;
const late = (task: string, days: number, day: string): string =>
  `逾期：${task}，已超期${days}个工作日（应于${day}前办结）`;

const feb5 = '2024年2月5日 周一';
const feb20 = '2024年2月20日 周二';
const feb23 = '2024年2月23日 周五';
const feb29 = '2024年2月29日 周四';
const mar8 = '2024年3月8日 周五';

/** Paused over the Spring Festival. */
const paused = derived('第05号合同', '重要合同', [
  ['2024-02-02 周五 09:30', '受理', 'T-2', [li, intake2], left('受理', 2, feb5)],
  ['2024-02-04 周日 08:30', '受理', 'T-1', [li, intake2], left('受理', 1, feb5)],
  ['2024-02-05 周一 08:30', '受理', 'T', [li, intake2], today('受理', feb5)],
  ['2024-02-18 周日 08:30', '补正材料', 'T-2', [zhou], left('补正材料', 2, feb20)],
  ['2024-02-19 周一 08:30', '补正材料', 'T-1', [zhou], left('补正材料', 1, feb20)],
  ['2024-02-21 周三 08:30', '出具法律顾问意见', 'T-2', [wang], left('出具法律顾问意见', 2, feb23)],
  ['2024-02-22 周四 08:30', '出具法律顾问意见', 'T-1', [wang], left('出具法律顾问意见', 1, feb23)],
  ['2024-02-27 周二 08:30', '提出审查意见', 'T-2', [li, intake2], left('提出审查意见', 2, feb29)],
  ['2024-02-28 周三 08:30', '提出审查意见', 'T-1', [li, intake2], left('提出审查意见', 1, feb29)],
  ['2024-02-28 周三 11:00', '审签', 'T-1', [sun], left('审签', 1, feb29)],
  ['2024-02-29 周四 08:30', '审签', 'T', [sun], today('审签', feb29)],
  ['2024-03-06 周三 08:30', '报送备案', 'T-2', [li, intake2], left('报送备案', 2, mar8)],
  ['2024-03-07 周四 08:30', '报送备案', 'T-1', [li, intake2], left('报送备案', 1, mar8)],
]);

const mar28 = '2024年3月28日 周四';
const apr1 = '2024年4月1日 周一';
const apr3 = '2024年4月3日 周三';
const apr18 = '2024年4月18日 周四';

/** Overdue up to the maximum, with the stand-in from the second and the director from the third day. */
const overdue = derived('执法第1号', '重大执法决定', [
  ['2024-03-26 周二 09:30', '受理', 'T-2', [li, intake2], left('受理', 2, mar28)],
  ['2024-03-27 周三 08:30', '受理', 'T-1', [li, intake2], left('受理', 1, mar28)],
  ['2024-03-28 周四 08:30', '出具法律顾问意见', 'T-2', [zhao], left('出具法律顾问意见', 2, apr1)],
  ['2024-03-29 周五 08:30', '出具法律顾问意见', 'T-1', [zhao], left('出具法律顾问意见', 1, apr1)],
  ['2024-04-01 周一 08:30', '提出审查意见', 'T-2', [li, intake2], left('提出审查意见', 2, apr3)],
  ['2024-04-01 周一 10:00', '审签', 'T-2', [sun], left('审签', 2, apr3)],
  ['2024-04-02 周二 08:30', '审签', 'T-1', [sun], left('审签', 1, apr3)],
  ['2024-04-16 周二 08:30', '公开', 'T-2', [zhou], left('公开', 2, apr18)],
  ['2024-04-17 周三 08:30', '公开', 'T-1', [zhou], left('公开', 1, apr18)],
  ['2024-04-18 周四 08:30', '公开', 'T', [zhou], today('公开', apr18)],
  ['2024-04-19 周五 08:30', '公开', 'overdue', [zhou], late('公开', 1, apr18)],
  ['2024-04-22 周一 08:30', '公开', 'overdue-2', [zhou, qian], late('公开', 2, apr18)],
  ['2024-04-23 周二 08:30', '公开', 'overdue-3', [zhou, qian, sun], late('公开', 3, apr18)],
  ['2024-04-24 周三 08:30', '公开', 'overdue-4', [zhou, sun], late('公开', 4, apr18)],
  ['2024-04-25 周四 08:30', '公开', 'overdue-5', [zhou, sun], late('公开', 5, apr18)],
]);

const dec18 = '2024年12月18日 周三';
const dec23 = '2024年12月23日 周一';
const jan3 = '2025年1月3日 周五';

/** Across the end of the year. */
const yearEnd = derived('第31号合同', '重要合同', [
  ['2024-12-16 周一 09:30', '受理', 'T-2', [li, intake2], left('受理', 2, dec18)],
  ['2024-12-19 周四 08:30', '指派法律顾问', 'T-2', [li, intake2], left('指派法律顾问', 2, dec23)],
  ['2024-12-19 周四 09:00', '审签', 'T-2', [sun], left('审签', 2, dec23)],
  ['2024-12-20 周五 08:30', '审签', 'T-1', [sun], left('审签', 1, dec23)],
  ['2024-12-31 周二 08:30', '报送备案', 'T-2', [li, intake2], left('报送备案', 2, jan3)],
  ['2025-01-02 周四 08:30', '报送备案', 'T-1', [li, intake2], left('报送备案', 1, jan3)],
  ['2025-01-03 周五 08:30', '报送备案', 'T', [li, intake2], today('报送备案', jan3)],
  ['2025-01-06 周一 08:30', '报送备案', 'overdue', [li, intake2], late('报送备案', 1, jan3)],
  ['2025-01-07 周二 08:30', '报送备案', 'overdue-2', [li, intake2], late('报送备案', 2, jan3)],
  ['2025-01-08 周三 08:30', '报送备案', 'overdue-3', [li, intake2, sun], late('报送备案', 3, jan3)],
  ['2025-01-09 周四 08:30', '报送备案', 'overdue-4', [li, intake2, sun], late('报送备案', 4, jan3)],
]);

export const derivedCases: readonly DerivedCase[] = [paused, overdue, yearEnd];
