import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkDefinition } from './check.ts';
import { clockOf, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { enterDates, recordedCase } from './recorded.ts';
import { isRecorded, stageOf } from './machine.ts';
import { possibleEvents, step } from './step.ts';
import type { StepEnvironment } from './vocabulary.ts';

const lease = clockOf({
  limit: undefined,
  until: ({ endsOn }: { endsOn?: string }) => endsOn ?? null,
  from: ({ on }: { on?: string }) => on ?? null,
  keeps: true,
  atEnd: 'lapse',
  remind: { to: ['reviewer'], advice: '请续租。' },
});
const definition = defineWorkflow(
  small(
    { closed: { type: 'final', meta: { stage: '办结', clocks: { lease: 'run' } } } },
    {
      clocks: { lease },
      recordedDates: {
        label: '补记租期',
        by: ['reviewer'],
        payload: z.strictObject({ on: z.iso.date(), endsOn: z.iso.date() }),
        examples: [{ on: '2023-02-09', endsOn: '2026-02-08' }],
        rules: [
          {
            id: 'lease.ends-later',
            message: '租期应晚于起租。',
            citation: null,
            readsPayload: true,
            holds: ({ event }: { event: { payload: { on: string; endsOn: string } } }) =>
              event.payload.endsOn > event.payload.on,
          },
        ],
        context: (dates: object) => dates,
      },
    },
  ),
);

const env: StepEnvironment = {
  at: '2026-03-18T02:00:00.000Z',
  today: '2026-03-18',
  receiptDay: '2026-03-18',
  actor: { id: 'zhao', name: '赵某', roles: ['reviewer'] },
  documents: [],
  clocks: {},
  parameters: {},
  people: {},
};
const stored = recordedCase(definition, { fields: {} }, 1);
const dates = { on: '2023-02-09', endsOn: '2026-12-31' };

describe('a recorded case', () => {
  it('is of a sound definition', () => expect(checkDefinition(definition)).toEqual([]));

  it('is done, in no state of its machine, and accepts no event', () => {
    expect(isRecorded(stored)).toBe(true);
    expect(stageOf(definition, stored.value)).toBe('补录');
    expect(possibleEvents(definition, stored, env)).toEqual([]);
    expect(step(definition, stored, { type: 'finish' }, env)).toMatchObject({ ok: false, code: 'event.not-possible' });
  });

  it('gets its clocks by the dates that are entered, and keeps the rest of its context', () => {
    expect(enterDates(definition, stored, dates, env)).toMatchObject({
      ok: true,
      next: { value: 'recorded', status: 'done', context: { fields: {}, ...dates } },
      effects: [{ type: 'startClock', clock: { key: 'lease', until: '2026-12-31' }, from: '2023-02-09' }],
      payload: dates,
    });
  });

  it.each([
    [
      'for a clock that has started',
      stored,
      dates,
      { clocks: { lease: { status: 'stopped' } } },
      'record.dates-entered',
    ],
    ['in a case that was worked through', { ...stored, value: 'closed' }, dates, {}, 'record.not-recorded'],
    ['by another role', stored, dates, { actor: { ...env.actor, roles: ['adviser'] } }, 'event.forbidden'],
    ['against a rule', stored, { ...dates, endsOn: dates.on }, {}, 'event.refused'],
    ['in another form', stored, { on: '2023-02-30' }, {}, 'event.payload-invalid'],
    ['without any', stored, undefined, {}, 'event.payload-invalid'],
  ])('refuses dates %s', (_when, of, given, more, code) => {
    expect(enterDates(definition, of, given, { ...env, ...more } as StepEnvironment)).toMatchObject({
      ok: false,
      code,
    });
  });

  it('refuses dates where its category has no clock that needs them', () => {
    const other = defineWorkflow(small());
    expect(enterDates(other, recordedCase(other, {}, 1), {}, env)).toMatchObject({ code: 'record.no-dates' });
  });
});
