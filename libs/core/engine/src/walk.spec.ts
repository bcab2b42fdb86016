import { describe, expect, it } from '@jest/globals';
import { mermaid } from './diagram.ts';
import { defineWorkflow } from './definition.ts';
import { SampleCase, caseInput, caught, envFor, people } from './sample-case.fixtures.ts';
import { sample, sampleInput } from './sample.fixtures.ts';
import { stateName, statesOf } from './machine.ts';
import { walk, type WalkEdge, type WalkMove, type WalkOptions, type WalkRefusal } from './walk.ts';
import type { StoredCase } from './vocabulary.ts';

const moves: WalkMove[] = Object.entries(sample.events).flatMap(([type, spec]) =>
  spec.examples.flatMap((payload) =>
    Object.values(people)
      .filter((actor) => actor.roles.some((role) => spec.by.includes(role)))
      .map((actor) => ({ event: { type, payload }, env: envFor(actor) })),
  ),
);

const seats = (stored: StoredCase): string =>
  JSON.stringify(Object.entries(stored.tasks).map(([key, { set }]) => [key, set.seats.map((seat) => seat.status)]));

const options: WalkOptions = {
  events: () => moves,
  input: caseInput,
  env: envFor(people.li),
  project: (stored) =>
    `${stateName(stored.value)} ${seats(stored)} ${stored.recused.join()} ${JSON.stringify(stored.historyValue)}`,
};

describe('walk', () => {
  const walked = walk(sample, options);
  const configurations = [...walked.configurations.values()];
  const reached = new Set(configurations.map(({ stored }) => stateName(stored.value)));

  it('reaches every state, also behind parallel, history and the engine’s own events', () => {
    const leaves = new Set([...reached].flatMap((name) => name.split(' + ')));
    const expected = [...statesOf(sample).values()].filter(
      ({ node }) => node.type === 'atomic' || node.type === 'final',
    );
    expect([...leaves].sort()).toEqual(expected.map(({ path }) => path).sort());
    expect(walked.edges.some(({ effects }) => effects.some(({ type }) => type === 'pauseClock'))).toBe(true);
  });

  it('uses the shipped step: a path of its moves, replayed by hand, ends in the same case', () => {
    const end = configurations.find(({ stored }) => stateName(stored.value) === 'concluded');
    const one = new SampleCase();
    for (const label of end?.via ?? []) {
      const move = moves.find(({ event, env }) => label === `${event.type} (${env.actor.id})`);
      if (move !== undefined) one.send(move.env.actor, move.event.type, move.event.payload);
    }
    expect(one.stored.value).toEqual('concluded');
  });

  it('tracks the clocks, so that a finished case has none left running', () => {
    for (const { stored, clocks } of configurations) {
      const running = Object.values(clocks).filter(({ status }) => status === 'running' || status === 'paused');
      if (stored.status === 'done') expect(running).toEqual([]);
      if (stateName(stored.value) === 'supplement') expect(clocks.review?.status).toBe('paused');
    }
  });

  it('keeps the refusals with their reasons', () => {
    const [first] = configurations;
    expect(first?.out.map(({ label }) => label)).toEqual(['submit (li)', 'note (li)']);
    expect(first?.refused.find(({ label }) => label === 'sign-off (qian)')?.refusal.code).toBe('event.not-possible');
    for (const { out, refused, stored } of configurations) {
      expect(out.length + refused.length).toBe(stored.status === 'done' ? 0 : moves.length);
    }
  });

  it('lists every edge also in one flat list, each between known configurations', () => {
    expect(walked.edges).toHaveLength(configurations.reduce((sum, { out }) => sum + out.length, 0));
    for (const { from, to } of walked.edges) {
      expect(walked.configurations.has(from) && walked.configurations.has(to)).toBe(true);
    }
  });

  it('passes every edge and refusal to the callback in order, and then keeps none', () => {
    const moves: (WalkEdge | WalkRefusal)[] = [];
    const lean = walk(sample, { ...options, onMove: (move) => void moves.push(move) });
    expect(moves.filter((move) => 'to' in move)).toEqual(walked.edges);
    expect(moves.filter((move) => 'refusal' in move)).toEqual(configurations.flatMap(({ refused }) => refused));
    expect(lean.edges).toEqual([]);
    expect([...lean.configurations.values()].map(({ key, via, out, refused }) => [key, via, out, refused])).toEqual(
      configurations.map(({ key, via }) => [key, via, [], []]),
    );
  });

  it('treats configurations as equal whose clocks differ only in what is not projected', () => {
    const smaller = walk(sample, {
      ...options,
      projectClocks: (clocks) =>
        Object.entries(clocks)
          .filter(([, { status }]) => status === 'running' || status === 'paused')
          .map(([key, { status }]) => `${key}:${status}`)
          .join(),
    });
    expect(smaller.configurations.size).toBeLessThan(walked.configurations.size);
    expect(new Set([...smaller.configurations.values()].map(({ stored }) => stateName(stored.value)))).toEqual(reached);
  });

  it('stops at the limit with a message that says what to do', () => {
    const endless = { ...options, project: (stored: StoredCase) => JSON.stringify(stored), limit: 50 };
    const error = caught(() => walk(sample, endless));
    expect(error).toMatchObject({ code: 'engine.walk-limit', message: expect.stringContaining('project') });
  });

  it('reports the path on which a step threw', () => {
    const events = () => [{ event: { type: 'submit' }, env: null as never, label: 'broken' }];
    expect(caught(() => walk(sample, { ...options, events }))).toMatchObject({
      message: expect.stringContaining('broken'),
    });
  });
});

describe('mermaid', () => {
  const text = mermaid(sample);

  it('is the same text each time', () => {
    expect(mermaid(sample)).toBe(text);
    expect(text.startsWith('stateDiagram-v2\n')).toBe(true);
  });

  it('has Chinese labels for states and arrows, and draws regions in parallel', () => {
    expect(text).toContain('state "起草" as draft');
    expect(text).toContain('  draft --> acceptance : 送审');
    expect(text).toContain('state "审查" as examination {');
    expect(text.match(/^ *--$/gm)).toHaveLength(1);
    expect(text).toContain('concluded --> [*]');
  });

  it('names the true end of an arrow that leads into another composite state', () => {
    expect(text).toContain('supplement --> examination : 提交补正 → 返回原环节');
  });

  it('has no label that Mermaid would parse as syntax', () => {
    const odd = defineWorkflow({
      ...sampleInput,
      events: { ...sampleInput.events, submit: { ...sample.events.submit, label: '送:审;"#1"\n' } as never },
    });
    expect(mermaid(odd)).toContain(' : 送：审；”＃1” \n');
  });
});
