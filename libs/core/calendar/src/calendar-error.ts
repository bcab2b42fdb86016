export type CalendarErrorCode =
  'calendar.bad-date' | 'calendar.bad-instant' | 'calendar.bad-time' | 'calendar.bad-count' | 'calendar.bad-limit';

/** Something that is not a date, an instant, a time of day, a number of days or a limit was passed to the calendar. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly code: CalendarErrorCode;

  constructor(code: CalendarErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
