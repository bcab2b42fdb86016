/** Time of the daily mail. Pure. */
import { addCalendarDays, civilDateOf, instantOf, type Calendar } from '@lawgate/calendar';

/**
 * The latest opening of the office that is not after `now`: notifications created before it belong to that morning's
 * mail. There is no mail on a day off; a make-up day (调休上班) is a working day like any other.
 *
 * @param openingHour `08:30`, Asia/Shanghai
 */
export function lastOpening(calendar: Calendar, now: Date, openingHour: string): Date {
  let day = civilDateOf(now);
  for (;;) {
    const opening = new Date(instantOf(day, openingHour));
    if (calendar.isWorkingDay(day) && opening <= now) return opening;
    day = addCalendarDays(day, -1);
  }
}
