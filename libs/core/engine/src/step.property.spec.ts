import { describe, expect, it } from '@jest/globals';
import { propertyRuns } from '@lawgate/sizes';
import fc from 'fast-check';
import {
  SampleCase,
  caseInput,
  deepFreeze,
  envFor,
  people,
  throughJson,
  toExamination,
} from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { begin, step } from './step.ts';
import type { CaseEvent, StepEnvironment, StoredCase } from './vocabulary.ts';

const { li, zhao, wu } = people;
const examination = (): SampleCase => new SampleCase().all(...toExamination);

describe('step: for arbitrary input', () => {
  const places: StoredCase[] = [
    new SampleCase().stored,
    new SampleCase().send(li, 'submit').stored,
    examination().stored,
    examination().send(zhao, 'supplement.request').stored,
    examination().send(wu, 'recuse', { reason: '因' }).stored,
    new SampleCase().all([li, 'submit'], [li, 'withdraw']).stored,
  ];
  const name = fc.constantFrom('wu', 'zheng', 'chen', 'li', 'zhao', 'constructor', '__proto__', ' ');
  const task = fc.constantFrom('adviser-opinion', 'findings', 'draft', 'constructor');
  const position = fc.constantFrom('before', 'after', 'parallel');
  const operations = {
    'task.add-signer': fc.record({ task, person: name, position }, { requiredKeys: ['person'] }),
    'task.remove-signer': fc.record({ task, person: name }, { requiredKeys: ['person'] }),
    'task.transfer': fc.record({ task, from: name, to: name }, { requiredKeys: ['to'] }),
    'task.delegate': fc.record({ task, to: name }, { requiredKeys: ['to'] }),
    'task.resolve': fc.record({ task, note: fc.string({ minLength: 1 }) }, { requiredKeys: ['note'] }),
    'task.withdraw': fc.record({ task }, { requiredKeys: [] }),
  };
  const anyone = fc.constantFrom(...Object.values(people));
  /** Mostly plausible input, so that the interesting part of the step is reached; the rest is noise. */
  const likely = fc.oneof(
    ...Object.entries(sample.events).map(([type, { examples, by }]) =>
      fc.record({
        type: fc.constant(type),
        payload: fc.constantFrom(...examples),
        actor: fc.constantFrom(...Object.values(people).filter((one) => one.roles.some((role) => by.includes(role)))),
      }),
    ),
    ...Object.entries(operations).map(([type, payload]) =>
      fc.record({ type: fc.constant(type), payload, actor: anyone }),
    ),
  );
  const unlikely = fc.record({
    type: fc.oneof(fc.constantFrom(...Object.keys(sample.events), ...Object.keys(operations)), fc.string()),
    payload: fc.jsonValue(),
    actor: anyone,
  });

  it('never changes its input and never throws', () => {
    const seen = { ok: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(likely, unlikely), (stored, { type, payload, actor }) => {
        const env: StepEnvironment = deepFreeze(envFor(actor));
        const event: CaseEvent = deepFreeze({ type, payload });
        const result = step(sample, deepFreeze(stored), event, env);
        seen[result.ok ? 'ok' : 'refused'] += 1;
        if (result.ok) expect(throughJson(result.next)).toEqual(result.next);
      }),
      { numRuns: propertyRuns(4_000) },
    );
    // The property is meaningful only if events were accepted often enough.
    const runs = seen.ok + seen.refused;
    expect(seen.ok).toBeGreaterThanOrEqual(Math.floor(runs / 26));
    expect(seen.refused).toBeGreaterThan(runs / 4);
  });

  it('begins the same way each time, and from frozen input', () => {
    const begun = begin(sample, deepFreeze({ ...caseInput }), deepFreeze(envFor(li)), 1);
    expect(begun).toEqual(begin(sample, caseInput, envFor(li), 1));
    expect(begun.effects).toEqual([
      expect.objectContaining({ type: 'openTask', task: 'draft', visit: 1, holder: 'li' }),
      { type: 'grantAccess', person: 'li' },
    ]);
  });
});
