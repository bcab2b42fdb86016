/** Every rule of a definition is seen to refuse once, with the article that it cites. */
import { expect, it } from '@jest/globals';
import { statesOf, type Definition, type Rule } from '@lawgate/engine';
import { rulesOf } from '../readme.ts';
import type { RefusedOnce } from './refusals.fixtures.ts';

export function refuseEachRuleOnce(definition: Definition, rows: readonly RefusedOnce[]): void {
  it.each(rows.map((row) => [row.rule, row.because, row] as const))('%s refuses when %s', (_rule, _because, row) => {
    const result = row.attempt();
    if (result.ok) throw new Error('It was accepted.');
    const { kind, refusals } = result;
    expect({ kind, refusals: refusals.filter(({ rule }) => rule === row.rule) }).toEqual({
      kind: 'rules',
      refusals: [
        expect.objectContaining({ citation: row.citation, message: expect.stringMatching(/[\u4e00-\u9fff].*[。]$/u) }),
      ],
    });
  });

  // Before there is a payload a button would be grey for a rule that asks for one and does not say so.
  it('knows of each rule that reads the payload', () => {
    const reading = rulesReading(definition, () => rows.forEach((row) => row.attempt()));
    expect(reading.length).toBeGreaterThan(0);
    expect(reading.filter(({ readsPayload }) => readsPayload !== true).map(({ id }) => id)).toEqual([]);
  });

  it('is seen to refuse by every one of its rules', () => {
    expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual([...rulesOf(definition).keys()].sort());
  });
}

/** @returns the rules of the gates that looked into a payload while `work` was done */
function rulesReading(definition: Definition, work: () => void): Rule<unknown>[] {
  const reading = new Set<Rule<unknown>>();
  const watched = gateRules(definition).map((rule) => {
    const { holds } = rule;
    const watching: typeof holds = (input) => {
      const payload = new Proxy(input.event.payload, { get: (of, key) => (reading.add(rule), Reflect.get(of, key)) });
      return holds({ ...input, event: { ...input.event, payload } });
    };
    Object.assign(rule, { holds: watching });
    return () => Object.assign(rule, { holds });
  });
  try {
    work();
  } finally {
    watched.forEach((restore) => restore());
  }
  return [...reading];
}

function gateRules(definition: Definition): Rule<unknown>[] {
  const transitions = [...statesOf(definition).values()].flatMap(({ node }) => [...node.transitions.values()].flat());
  const gates = transitions.map(({ guard }) => guard as { params?: { rules?: Rule<unknown>[] } } | undefined);
  return [...new Set(gates.flatMap((gate) => gate?.params?.rules ?? []))];
}
