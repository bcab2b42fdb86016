/** Parallel states that share an event, and regions that a case does not use. */
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow, type Definition, type TaskSpec } from './definition.ts';
import { gate, type Condition } from './rule.ts';
import { SampleCase, envFor, people, refused } from './sample-case.fixtures.ts';
import { stageOf } from './machine.ts';
import { taskCompletedBy } from './task-events.ts';

const { zhao } = people;
const places = ['county', 'city', 'province'] as const;
type Place = (typeof places)[number];

const goesTo = (place: Place): Condition<unknown> => ({
  id: `to.${place}`,
  label: place,
  readsPayload: true,
  holds: ({ event }) => event.payload.to === place,
});

/** One report to each of three recipients, the last of which this case does not need. */
function reports(concerns: (place: Place) => Pick<TaskSpec, 'concerns'>): Definition {
  const region = (place: Place) => ({
    initial: place === 'province' ? 'spared' : 'open',
    meta: { stage: `待报${place}` },
    states: {
      open: {
        meta: {
          task: {
            key: place,
            role: 'reviewer' as const,
            label: `报${place}`,
            completes: ['report'],
            ...concerns(place),
          },
        },
        on: { report: { guard: gate({ when: goesTo(place) }), target: 'done' } },
      },
      done: { type: 'final' as const, meta: { stage: `已报${place}` } },
      spared: { type: 'final' as const, meta: { stage: `免报${place}`, unspoken: true as const } },
    },
  });
  return defineWorkflow({
    key: 'reports',
    version: 1,
    kind: 'review',
    acts: ['report'],
    course: ['report'],
    obligations: { finished: [] },
    facts: {},
    label: '报告',
    count: { label: '报告', unit: '件', order: 1 },
    parameters: {},
    materials: [],
    series: [],
    clocks: {},
    fields: z.strictObject({}),
    fieldExamples: [{}],
    initialContext: () => ({}),
    events: {
      report: {
        label: '报送',
        by: ['reviewer'],
        payload: z.strictObject({ to: z.enum(places).default('county') }),
        examples: [{}],
      },
    },
    machine: {
      initial: 'reporting',
      states: {
        reporting: {
          type: 'parallel',
          states: Object.fromEntries(places.map((place) => [place, region(place)])),
          onDone: 'finished',
        },
        finished: { type: 'final', meta: { stage: '办结' } },
      },
    } as never,
  });
}

const conditional = reports((place) => ({ concerns: ({ to }: { to: Place }) => to === place }));
const begun = (definition: Definition): SampleCase =>
  new SampleCase(definition, { drafter: 'li', fields: {}, round: 1 });
const done = (one: SampleCase): string[] =>
  one.effects.flatMap((effect) => (effect.type === 'closeTask' ? [`${effect.task} ${effect.outcome}`] : []));

describe('an event that completes several open tasks', () => {
  it('completes the one that its payload concerns, and leaves the others open', () => {
    const one = begun(conditional).send(zhao, 'report', { to: 'city' });
    expect(done(one)).toEqual(['city done']);
    expect(Object.keys(one.stored.tasks)).toEqual(['county']);
    expect(done(one.send(zhao, 'report', { to: 'county' }))).toEqual(['county done']);
    expect(one.stored.status).toBe('done');
  });

  it('concerns what the payload says once its defaults are filled in', () => {
    expect(done(begun(conditional).send(zhao, 'report'))).toEqual(['county done']);
  });

  it('completes nothing when it concerns none of them', () => {
    const one = begun(conditional).send(zhao, 'report', { to: 'city' });
    expect(refused(one.try(zhao, { type: 'report', payload: { to: 'city' } })).kind).toBe('not-possible');
    expect(Object.keys(one.stored.tasks)).toEqual(['county']);
  });

  it('without a payload yet concerns any of them, so that a page can offer it', () => {
    const one = begun(conditional);
    expect(taskCompletedBy(conditional, one.stored, 'report', envFor(zhao))?.task.key).toBe('county');
    expect(taskCompletedBy(conditional, one.stored, 'report', envFor(zhao), { to: 'city' })?.task.key).toBe('city');
    expect(taskCompletedBy(conditional, one.stored, 'report', envFor(zhao), { to: 'province' })).toBeNull();
  });
});

describe('a region that this case does not use', () => {
  it('is left out of the stage, as long as another one has a label', () => {
    const one = begun(conditional);
    expect(stageOf(conditional, one.stored.value)).toBe('待报county、待报city');
    expect(stageOf(conditional, { reporting: { province: 'spared' } })).toBe('免报province');
  });
});
