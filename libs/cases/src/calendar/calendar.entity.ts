import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** A day in the official table of a year that is worked or off contrary to its weekday. */
export const CalendarDayEntity = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  properties: {
    date: p.date().primary(),
    kind: p.enum(['off', 'work'] as const),
    year: p.integer().primary(),
    name: p.text().nullable(),
    source: p.text().nullable(),
  },
});

/** A local correction of one day. */
export const CalendarOverrideEntity = defineEntity({
  name: 'CalendarOverride',
  tableName: 'calendar_override',
  properties: {
    date: p.date().primary(),
    kind: p.enum(['off', 'work'] as const),
    documentNumber: p.text(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by').nullable(),
    enteredAt: p.datetime(),
  },
});

/** A change of the calendar, and whether every open clock was counted again. */
export const CalendarChangeEntity = defineEntity({
  name: 'CalendarChange',
  tableName: 'calendar_change',
  properties: {
    revision: p.bigint('number').primary().autoincrement(),
    kind: p.enum(['import', 'override', 'override-removed', 'built-in'] as const),
    year: p.integer(),
    date: p.date().nullable(),
    documentNumber: p.text(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by').nullable(),
    enteredByName: p.text(),
    enteredAt: p.datetime(),
    detail: p.json<unknown>(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    settledAt: p.datetime().nullable(),
  },
});
