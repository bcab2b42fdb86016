/** Tests that each rule of a definition refuses once, with its citation. */
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

  // A rule that reads the payload must say so; otherwise the button would be disabled before there is a payload.
  it('declares for each rule whether it reads the payload', () => {
    const reading = rulesReading(definition, () => rows.forEach((row) => row.attempt()));
    expect(reading.length).toBeGreaterThan(0);
    expect(reading.filter(({ readsPayload }) => readsPayload !== true).map(({ id }) => id)).toEqual([]);
  });

  it('has a refusal test for each of its rules', () => {
    expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual([...rulesOf(definition).keys()].sort());
  });
}

/** @returns the rules of the gates that read a payload while `work` ran */
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
