/** Each proof is tested on a category that violates it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { both, checkDefinition, gate, requireSound, type Condition, type Definition, type Walk } from '@lawgate/engine';
import { definition as contract } from '../contract/definition.ts';
import { isLarge as adviserRequired, conclusions, passing } from '../contract/rules.ts';
import { allProofs } from './all-proofs.fixtures.ts';
import { changed, type LooseState, type LooseStates } from './changed.fixtures.ts';
import type { ReviewContext } from './context.ts';
import { concludes } from './plan.ts';
import * as proofs from './proofs.fixtures.ts';
import { issuePaper, record, takeNumber } from './records.ts';
import { people, walkThrough } from './walking.fixtures.ts';

interface Arrow {
  target?: string;
  guard?: { params: { when: Condition<ReviewContext> | null; rules: readonly { id: string }[] } };
  actions?: unknown[];
  reenter?: true;
}

/** The standard order with its exits: enough to reach every state that the changes below touch. */
const leftOut = ['inquiry.begin', 'supplement.request', 'review.extend', 'draft.amend', 'recuse', 'decline'];
const { drafter, reviewer, reviewerDirector, adviser, adviserDirector, director, leader, archivist } = people;
const cast = [drafter, reviewer, reviewerDirector, adviser, adviserDirector, director, leader, archivist];

function walkOf(definition: Definition): Walk {
  return walkThrough(definition, {
    cast,
    only: ({ type, payload }, who) => {
      if (type === 'advisers.assign') return (payload as { advisers: string[] }).advisers.length === 1;
      // A person who both reviews and signs is needed only to be refused.
      return !leftOut.includes(type) && (who !== reviewerDirector || type === 'findings.record' || type === 'sign-off');
    },
  });
}

let closed: readonly string[];
beforeAll(() => {
  closed = proofs.neverEntered(walkOf(contract), contract);
});

/** The proofs that find counterexamples, with the first counterexample of each. */
function broken(definition: Definition, change: (walk: Walk) => Walk = (walk) => walk): Record<string, string> {
  const walk = change(walkOf(definition));
  const found = allProofs({ definition, passing, adviserRequired, reports: ['government'], closed });
  return Object.fromEntries(
    Object.entries(found).flatMap(([claim, counterexamples]) => {
      const [first] = counterexamples(walk);
      return first === undefined ? [] : [[claim, first]];
    }),
  );
}

function arrows(state: LooseState | undefined, event: string): Arrow[] {
  const found = state?.on?.[event] as Arrow | Arrow[] | undefined;
  if (found === undefined) throw new Error(`No ${event}`);
  return Array.isArray(found) ? found : [found];
}

const onOf = (states: LooseStates, path: string): Record<string, unknown> => {
  const [first = '', second] = path.split('.');
  const state = second === undefined ? states[first] : states[first]?.states?.[second];
  if (state?.on === undefined) throw new Error(`No state ${path}`);
  return state.on;
};
const stateOf = (states: LooseStates, path: string): LooseState => ({ on: onOf(states, path) });

/** Removes the rule from every transition of the event. */
function withoutRule(state: LooseState, event: string, rule: string): void {
  for (const { guard } of arrows(state, event)) {
    if (guard !== undefined) guard.params.rules = guard.params.rules.filter(({ id }) => id !== rule);
  }
}

/** Papers are computed from the context alone; an effect that needs more than the round throws here. */
function isPaper(action: unknown): boolean {
  const { params } = action as { params?: unknown };
  if (typeof params !== 'function') return false;
  try {
    return params({ context: { round: 1 } })?.type === 'issuePaper';
  } catch {
    return false;
  }
}
const isRecord = (fact: string) => (action: unknown) => (action as { records?: string }).records === fact;
const maySign = concludes('may-sign', conclusions['may-sign']);
const hasPayments: Condition<ReviewContext> = {
  id: 'test.payments',
  label: '约定付款',
  readsPayload: true,
  holds: ({ event }) => event.payload.payments !== undefined,
};
const accepted = ['submit (drafter)', 'accept (reviewer-1)'];

const cases: [claim: string, change: (states: LooseStates) => void, way: readonly string[]][] = [
  [
    'does nothing without a reviewed, signed letter and the opinion that the rule wants',
    (states) => {
      const [sign] = arrows(states.signing, 'contract.sign');
      onOf(states, 'review.signing-off')['contract.sign'] = {
        ...sign,
        guard: gate({ when: maySign }),
        actions: [
          record('concluded', () => ({ conclusion: null, overdue: false, urgent: false, advisers: 0 })),
          ...(sign?.actions ?? []),
        ],
      };
      states.filing = { ...states.filing, meta: { ...states.filing?.meta, clocks: { filing: 'run', review: 'stop' } } };
    },
    [...accepted, 'findings.record', 'contract.sign (drafter)'],
  ],
  [
    'does nothing after an unfavourable review',
    (states) => {
      const [sign] = arrows(states.signing, 'contract.sign');
      onOf(states, 'revising')['contract.sign'] = { ...sign, guard: gate({}) };
    },
    [...accepted, 'findings.record', 'sign-off', 'contract.sign (drafter)'],
  ],
  [
    'never lets the drafter review',
    (states) => withoutRule(stateOf(states, 'submitted'), 'accept', 'separation.drafter-not-reviewer'),
    ['submit (drafter)', 'accept (drafter)'],
  ],
  [
    'never lets an adviser sign',
    (states) => withoutRule(stateOf(states, 'review.signing-off'), 'send-back', 'separation.adviser-not-signatory'),
    [...accepted, 'opinion.give', `send-back (${adviserDirector.id})`],
  ],
  [
    'overrules an adviser only with the leader',
    (states) => {
      const on = onOf(states, 'review.signing-off');
      const [toLeader, ...others] = arrows({ on }, 'sign-off');
      const signed = others.find(({ target }) => target === '#contract.signing');
      const when = toLeader?.guard?.params.when;
      if (when == null || signed === undefined) throw new Error('The sign-off has changed');
      on['sign-off'] = [
        { ...signed, guard: gate({ when: both(when, maySign), rules: toLeader?.guard?.params.rules as never }) },
        toLeader,
        ...others,
      ];
    },
    [...accepted, 'opinion.give', 'sign-off'],
  ],
  [
    'comes to no end without the facts that it rests on',
    (states) => {
      for (const arrow of arrows(states['leader-approval'], 'leader.approve')) {
        arrow.actions = arrow.actions?.filter((action) => !isRecord('concluded')(action));
      }
    },
    ['archived without concluded', 'leader.approve (leader)', 'archive (archivist)'],
  ],
  [
    'can always come to an end',
    (states) => {
      onOf(states, 'archiving').withdraw = { target: '#contract.limbo' };
      states.limbo = { meta: { stage: '停' }, on: { withdraw: {} } };
    },
    [...accepted, 'contract.sign', 'withdraw (drafter)'],
  ],
  [
    'leaves no clock running in an end but those that go on after it',
    (states) => {
      states.archiving = { ...states.archiving, meta: { ...states.archiving?.meta, clocks: {} } };
    },
    [...accepted, 'file', 'archive (archivist)'],
  ],
  [
    'visits every state that its rule set opens',
    (states) => {
      states.island = { meta: { stage: '孤岛' }, on: { withdraw: '#contract.archived' } };
    },
    ['island'],
  ],
  [
    'closes no file while a report is due',
    (states) => {
      const [sign] = arrows(states.signing, 'contract.sign');
      onOf(states, 'signing')['contract.sign'] = [
        { ...sign, guard: gate({ when: hasPayments }), target: '#contract.archiving' },
        sign,
      ];
    },
    [...accepted, 'contract.sign (drafter)', 'archive (archivist)'],
  ],
  [
    'files with each recipient once, and with no other',
    (states) => {
      onOf(states, 'archiving').withdraw = { target: '#contract.filing' };
    },
    [...accepted, 'file', 'withdraw (drafter)', 'file'],
  ],
  [
    'books every report with its number and recipient',
    (states) => {
      const [file] = arrows(states.filing, 'file');
      onOf(states, 'filing').file = { ...file, actions: [takeNumber('filing', '备案报告'), ...(file?.actions ?? [])] };
    },
    [...accepted, 'contract.sign', 'file'],
  ],
  [
    'closes no filing task but the one that the report is about',
    (states) => {
      onOf(states, 'filing').withdraw = { target: '#contract.filing', reenter: true };
    },
    [...accepted, 'contract.sign', 'withdraw (drafter)'],
  ],
  [
    'issues each of its papers and no other',
    (states) => {
      const [accept] = arrows(stateOf(states, 'submitted'), 'accept');
      if (accept?.actions === undefined) throw new Error('Accepting has changed');
      accept.actions = [...accept.actions.filter((action) => !isPaper(action)), issuePaper('no-such-paper')];
    },
    ['accept never issues acceptance'],
  ],
  [
    'has seen the separation rules refuse',
    (states) => withoutRule(stateOf(states, 'review.signing-off'), 'sign-off', 'separation.director-not-reviewer'),
    ['separation.director-not-reviewer'],
  ],
];

describe('a category that breaks one claim', () => {
  it('starts from a valid category, in which no proof finds a counterexample', () => {
    expect(broken(contract)).toEqual({});
  });

  it.each(cases)('%s', (claim, change, way) => {
    const found = broken(changed(contract, change));
    expect(Object.keys(found)).toEqual([claim]);
    for (const part of way) expect(found[claim]).toContain(part);
  });

  it('is reported when a case waits for nobody, or never ends', () => {
    const found = broken(
      changed(contract, (states) => {
        onOf(states, 'archiving').withdraw = { target: '#contract.limbo' };
        states.limbo = { meta: { stage: '停' }, on: {} };
      }),
    );
    expect(Object.keys(found)).toEqual(['can always come to an end', 'always waits for somebody']);
    expect(found['always waits for somebody']).toContain('withdraw (drafter)');
  });

  it('is reported when a soft rule passes without a reason; no definition can do so, therefore the step is changed', () => {
    const found = broken(contract, (walk) => ({
      ...walk,
      edges: walk.edges.map((edge) =>
        edge.event.type === 'accept' ? { ...edge, overridden: [{ rule: 'a', reason: '' }] as never } : edge,
      ),
    }));
    expect(Object.keys(found)).toEqual(['passes no soft rule in silence']);
    expect(found['passes no soft rule in silence']).toContain('submit (drafter) → accept');
  });

  it('covers every proof', () => {
    const tried = [...cases.map(([claim]) => claim), 'always waits for somebody', 'passes no soft rule in silence'];
    const all = allProofs({ definition: contract, passing, adviserRequired, reports: [], closed: [] });
    expect(tried.sort()).toEqual(Object.keys(all).sort());
  });
});

describe('a copied category whose act goes from the draft to the archive', () => {
  const { events } = contract;
  const seal = { ...events['contract.sign'], label: '用印' } as NonNullable<(typeof events)[string]>;
  const copied = (acts: readonly string[], course: readonly string[]): Definition =>
    changed(
      contract,
      (states) => {
        onOf(states, 'draft')['seal.apply'] = {
          target: '#contract.archived',
          actions: [record('archived', () => ({ outcome: 'unfavourable', fileNumber: null }))],
        };
      },
      { events: { ...events, 'seal.apply': seal }, acts, course },
    );

  it('is refused at start and by the proofs, with the path', () => {
    const definition = copied(['seal.apply'], [...contract.course, 'seal.apply']);
    expect(checkDefinition(definition).map(({ code, where }) => [code, where])).toEqual([
      ['definition.act-unreviewed', 'event:seal.apply'],
      ['definition.obligation-unmet', 'archived'],
      ...contract.materials
        .filter(({ required, requiredWhen }) => required || requiredWhen !== undefined)
        .map(({ kind }) => ['definition.material-unenforced', `material:${kind}`]),
    ]);
    expect(() => requireSound([definition])).toThrow('draft →（seal.apply 用印）→ archived');
    const found = broken(definition);
    expect(Object.keys(found)).toEqual([
      'does nothing without a reviewed, signed letter and the opinion that the rule wants',
      'does nothing after an unfavourable review',
      'comes to no end without the facts that it rests on',
    ]);
    expect(Object.values(found).every((way) => way.includes('seal.apply (drafter)'))).toBe(true);
  });

  it('is refused also when its definition does not name the act', () => {
    const definition = copied(contract.acts, contract.course);
    expect(() => requireSound([definition])).toThrow('draft →（seal.apply 用印）→ archived');
    expect(Object.keys(broken(definition))).toEqual(['comes to no end without the facts that it rests on']);
  });
});

describe('what counts as the act', () => {
  it('is what the definition names and what follows it in the standard order, except archiving', () => {
    expect(proofs.actsAndAfter(contract)).toEqual(['contract.sign', 'file']);
  });
});
