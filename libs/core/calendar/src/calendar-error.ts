export type CalendarErrorCode =
  'calendar.bad-date' | 'calendar.bad-instant' | 'calendar.bad-time' | 'calendar.bad-count' | 'calendar.bad-limit';

/** The calendar got an invalid date, instant, time of day, number of days or limit. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly code: CalendarErrorCode;

  constructor(code: CalendarErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
