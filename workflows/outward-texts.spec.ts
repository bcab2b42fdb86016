/**
 * Texts that leave the installation contain nothing of a case: no party, no name, no amount, no text that a user typed.
 * Every category that the loader finds is walked with marked values in every field and payload, and every text that its
 * machine would send to people is checked. A new category is covered without a change here.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { statesOf, type Actor, type Definition, type Effect, type MachineEvent } from '@lawgate/engine';
import { loadDefinitions } from './load.ts';
import { mark, marked, markedId, markedNumbers, type Marking } from './shared/marking.fixtures.ts';
import { everybody, walkThrough, withOneRecusal, withoutRecusal } from './shared/walking.fixtures.ts';

/** Names count as secret as well: people who receive a notice need not know who else takes part in the case. */
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

/** Switches every optional part on: parameters that are 0 by default get a value. */
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

/** Every effect in the machine's definition, with its location. */
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

/** Records which effects are evaluated when they depend on the case, until `restore` is called. */
function traced(planned: readonly Planned[]): { readonly yielded: ReadonlySet<EffectAction>; restore(): void } {
  const yielded = new Set<EffectAction>();
  const originals = planned.map(({ action }) => [action, action.params] as const);
  for (const { action } of planned) {
    const { params } = action;
    if (typeof params !== 'function') continue;
    action.params = (input) => {
      yielded.add(action);
      return params(input);
    };
  }
  return {
    yielded,
    // Other specs of the process share the modules of the definitions.
    restore: () => originals.forEach(([action, params]) => (action.params = params)),
  };
}

interface Sent {
  readonly from: string;
  readonly text: string;
}

/** Texts of an effect that people read outside the case: notices, and the labels that reminders are made from. */
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
  readonly missed: readonly string[];
  /** Marked values that the walked cases stored. */
  readonly kept: number;
}

function scan(original: Definition): Scan {
  const planned = effectsIn(original);
  const { yielded, restore } = traced(planned);
  try {
    return scanTraced(original, planned, yielded);
  } finally {
    restore();
  }
}

function scanTraced(original: Definition, planned: readonly Planned[], yielded: ReadonlySet<EffectAction>): Scan {
  /** Constant effects that no move has yielded. */
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
    // The outcome of a conflict of interest does not depend on the fields, so one set of fields is enough.
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
  return { sent: [...sent.values()], missed, kept };
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

  it('sends nobody a text, a name or a number of the case', () => {
    const leaks = found.sent.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    expect(leaks).toEqual([]);
  });

  it('reaches every effect of the machine, so that no notice is unchecked', () => {
    expect(found.missed).toEqual([]);
    expect(found.sent.some(({ from }) => from.startsWith('notice'))).toBe(true);
  });

  it('stores marked values in the signed opinions, so the check is not empty', () =>
    expect(found.kept).toBeGreaterThan(0));
});
