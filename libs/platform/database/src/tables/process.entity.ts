import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';

/** The simulated time; at most one row. */
export const SimulatedClockEntity = defineEntity({
  name: 'SimulatedClock',
  tableName: 'simulated_clock',
  properties: {
    onlyRow: p.boolean().primary().default(true),
    at: p.datetime(),
  },
});

/** Whether the demonstration is loaded; at most one row. */
export const DemonstrationEntity = defineEntity({
  name: 'Demonstration',
  tableName: 'demonstration',
  properties: {
    onlyRow: p.boolean().primary().default(true),
    begunAt: p.datetime(),
    loadedAt: p.datetime().nullable(),
  },
});
