/**
 * What leaves the installation says nothing of a case: no party, no name, no amount, no word that somebody typed. Every
 * category that the loader finds is walked with marked secrets in every field and payload, and everything that its
 * machine would send to people is read. A new category is covered by being there.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { statesOf, type Actor, type Definition, type Effect, type MachineEvent } from '@lawgate/engine';
import { loadDefinitions } from './load.ts';
import { mark, marked, markedId, markedNumbers, type Marking } from './shared/marking.fixtures.ts';
import { everybody, walkThrough, withOneRecusal, withoutRecusal } from './shared/walking.fixtures.ts';

/** Names are secrets as well: a notice goes to people who need not know who else has a part in the case. */
const cast: Actor[] = everybody.map((person) => ({ ...person, name: `${mark}${person.id}` }));
const people = cast.map(({ id }) => id);
const markings: Marking[] = [
  { whole: false, people },
  { whole: true, people },
];

/** The category as its users would fill it in. */
function withSecrets(definition: Definition): Definition {
  const events = Object.entries(definition.events).map(([type, spec]) => {
    const examples = spec.examples.flatMap((example) =>
      markings.map((marking) => marked(spec.payload, example, marking)),
    );
    return [type, { ...spec, examples: distinct(examples) }];
  });
  const fieldExamples = definition.fieldExamples.map((example) => marked(definition.fields, example, markings[1]!));
  return { ...definition, events: Object.fromEntries(events), fieldExamples } as Definition;
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Whatever a town may switch on is on: parameters that are nothing by default are something. */
function everythingOn({ parameters }: Definition): Record<string, number> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([key, { value }]) => (value === 0 ? [[key, 5] as const] : [])),
  );
}

type EffectAction = { type: string; params: Effect | ((input: { event: MachineEvent }) => Effect | null) };

interface Planned {
  readonly where: string;
  readonly action: EffectAction;
}

/** Every effect that the machine holds, by its place. */
function effectsIn(definition: Definition): Planned[] {
  return [...statesOf(definition).values()].flatMap(({ path, node }) => {
    const transitions = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
    const actions = [
      ...[...node.entry, ...node.exit].map((action) => ({ where: path, action })),
      ...transitions.flatMap((transition) =>
        transition.actions.map((action) => ({ where: `${path} ${transition.eventType}`, action })),
      ),
    ];
    return actions.filter(({ action }) => (action as { type?: string }).type === 'effect') as unknown as Planned[];
  });
}

/** Lets every effect that is worked out from the case leave a trace when it is. */
function traced(planned: readonly Planned[]): Set<EffectAction> {
  const yielded = new Set<EffectAction>();
  for (const { action } of planned) {
    const { params } = action;
    if (typeof params !== 'function') continue;
    action.params = (input) => {
      yielded.add(action);
      return params(input);
    };
  }
  return yielded;
}

interface Sent {
  readonly from: string;
  readonly text: string;
}

/** What an effect lets people read outside the case: notices, and the labels of which reminders are made. */
function outward(effect: Effect): Sent[] {
  switch (effect.type) {
    case 'notify':
      return [
        { from: `notice ${effect.notice}`, text: effect.text },
        { from: `kind of ${effect.notice}`, text: effect.notice },
      ];
    case 'openTask':
      return [{ from: `task ${effect.task}`, text: effect.label }];
    case 'startClock':
      return [{ from: `clock ${effect.clock.key}`, text: `${effect.clock.label} ${effect.clock.citation}` }];
    default:
      return [];
  }
}

const secrets = [mark, markedId, ...markedNumbers.map(String), ...people];

interface Scan {
  readonly sent: readonly Sent[];
  readonly planned: readonly Planned[];
  readonly missed: readonly string[];
  /** Secrets that the case itself kept on its way. */
  readonly kept: number;
}

function scan(original: Definition): Scan {
  const planned = effectsIn(original);
  const yielded = traced(planned);
  /** Of the effects that are the same in every case, those that no move has yielded. */
  const unread = new Set<unknown>(planned.map(({ action }) => action.params));
  const sent = new Map<string, Sent>();
  let kept = 0;
  const read = (effect: Effect): void => {
    unread.delete(effect);
    if (effect.type === 'recordOpinion' && JSON.stringify(effect).includes(mark)) kept += 1;
    for (const one of outward(effect)) sent.set(`${one.from} ${one.text}`, one);
  };
  const definition = withSecrets(original);
  const [first] = definition.fieldExamples;
  const ways = [
    ...definition.fieldExamples.map((fields) => ({ fields, only: withoutRecusal })),
    // What a conflict of interest changes does not depend on the fields.
    { fields: first ?? {}, only: withOneRecusal },
  ];
  for (const { fields, only } of ways) {
    const parameters = everythingOn(definition);
    const walk = walkThrough(definition, {
      fields,
      only,
      cast,
      parameters,
      allowedOnly: true,
      limit: 60_000,
      onMove: (move) => {
        if ('effects' in move) move.effects.forEach(read);
      },
    });
    walk.beginEffects.forEach(read);
  }
  const missed = planned
    .filter(({ action }) => !yielded.has(action) && unread.has(action.params))
    .map(({ where }) => where);
  return { sent: [...sent.values()], planned, missed, kept };
}

describe('marking', () => {
  it('leaves every payload and every set of fields valid', async () => {
    for (const definition of (await loadDefinitions()).map(withSecrets)) {
      for (const [type, { payload, examples }] of Object.entries(definition.events)) {
        for (const example of examples) {
          expect([definition.key, type, payload.safeParse(example).error?.message]).toEqual([
            definition.key,
            type,
            undefined,
          ]);
        }
      }
      for (const example of definition.fieldExamples) {
        expect([definition.key, definition.fields.safeParse(example).error?.message]).toEqual([
          definition.key,
          undefined,
        ]);
      }
    }
  });
});

const definitions = await loadDefinitions();

describe.each(definitions.map((definition) => [definition.key, definition] as const))('%s', (_, definition) => {
  let found: Scan;
  beforeAll(() => {
    found = scan(definition);
  }, 600_000);

  it('sends nobody a word, a name or a number of the case', () => {
    const leaks = found.sent.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    expect(leaks).toEqual([]);
  });

  it('was walked through every effect that it holds, so that none of its notices went unread', () => {
    expect(found.missed).toEqual([]);
    expect(found.sent.some(({ from }) => from.startsWith('notice'))).toBe(true);
  });

  it('was walked with secrets in it: the signed opinions hold them', () => expect(found.kept).toBeGreaterThan(0));
});
