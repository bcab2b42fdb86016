/** Due dates that follow from the law and the official tables; every interface for due dates is tested against them. */

/** Day of receipt, limit in working days, last day. */
export const workdayLimits: readonly (readonly [from: string, days: number, due: string])[] = [
  ['2022-12-30', 5, '2023-01-09'],
  ['2023-01-17', 5, '2023-01-29'],
  ['2023-06-21', 5, '2023-06-29'],
  ['2023-09-28', 5, '2023-10-11'],
  ['2023-09-28', 15, '2023-10-25'],
  ['2024-02-08', 1, '2024-02-09'],
  ['2024-02-08', 5, '2024-02-21'],
  ['2024-04-25', 10, '2024-05-11'],
  ['2024-06-06', 2, '2024-06-11'],
  ['2025-01-24', 5, '2025-02-07'],
  ['2025-09-30', 7, '2025-10-16'],
  ['2026-02-12', 7, '2026-02-28'],
  ['2026-09-18', 5, '2026-09-24'],
];

/** Day of receipt, limit in calendar days, its end, and the working day to which that rolls (民法典 203). */
export const calendarDayLimits: readonly (readonly [from: string, days: number, due: string, rolled: string])[] = [
  ['2024-09-02', 90, '2024-12-01', '2024-12-02'],
  ['2023-09-18', 15, '2023-10-03', '2023-10-07'],
];
