import { describe, expect, it } from '@jest/globals';
import type { CaseView, Definition } from '../api/types.ts';
import { graphOf } from './graph.ts';

const state = (path: string, type = 'atomic', more: object = {}) => ({
  path,
  parent: path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null,
  type,
  stage: path,
  task: null,
  clocks: {},
  final: type === 'final',
  ...more,
});
const transition = (source: string, target: string[], event: string | null) => ({
  source,
  target,
  event,
  eventLabel: event ?? '自动',
  when: null,
  rules: [],
});

/** The properties of a definition and of a case that a drawing reads. */
const definition = {
  states: [
    state('draft'),
    state('review', 'compound', { clocks: { review: 'run' } }),
    state('review.examining'),
    state('review.before', 'history'),
    state('supplementing'),
    state('publication', 'parallel'),
    state('publication.open'),
    state('publication.filed'),
    state('archived', 'final'),
  ],
  transitions: [
    transition('draft', ['review.examining'], 'submit'),
    transition('draft', [], 'draft.amend'),
    transition('review', ['supplementing'], 'supplement.request'),
    transition('supplementing', ['review.before'], 'supplement.provide'),
    transition('review', ['publication'], 'sign-off'),
    transition('publication', ['archived'], 'xstate.done.state.publication'),
  ],
} as unknown as Definition;

function caseAt(state_: string, steps: readonly (readonly [string | null, string, string])[]): CaseView {
  const history = steps.map(([from, type, to], index) => ({
    from,
    to,
    type,
    label: type,
    at: `2026-03-0${index + 1}T01:00:00.000Z`,
    actor: { id: 'a', name: '周承办' },
  }));
  return { state: state_, status: 'active', history } as unknown as CaseView;
}

const onTheWay = caseAt('review.examining', [
  [null, 'create', 'draft'],
  ['draft', 'submit', 'review.examining'],
]);

const markOf = (view: CaseView, path: string) => graphOf(definition, view).boxes.find((box) => box.path === path)?.mark;
const arrowOf = (view: CaseView, id: string) => graphOf(definition, view).arrows.find((arrow) => arrow.id === id)?.mark;

describe('the drawing of a machine', () => {
  it('highlights the present state, its ancestors, and the path of the case', () => {
    expect(markOf(onTheWay, 'review.examining')).toBe('here');
    expect(markOf(onTheWay, 'review')).toBe('here');
    expect(markOf(onTheWay, 'draft')).toBe('passed');
    expect(arrowOf(onTheWay, 'draft→review.examining')).toBe('passed');
  });

  it('shows events that an outer state allows as possible from within, and nothing further', () => {
    expect(markOf(onTheWay, 'supplementing')).toBe('next');
    expect(arrowOf(onTheWay, 'review→publication')).toBe('next');
    expect(markOf(onTheWay, 'archived')).toBe('other');
  });

  it('shows the clock that an outer state runs', () => {
    expect(graphOf(definition).boxes.find(({ path }) => path === 'review.examining')?.clocks).toEqual(['review']);
  });

  it('draws an arrow to a history state as one to its parent, and none without a target', () => {
    const { arrows, boxes } = graphOf(definition);
    expect(arrows.map(({ id }) => id)).toContain('supplementing→review');
    expect(arrows.some(({ source, target }) => source === target)).toBe(false);
    expect(boxes.some(({ path }) => path === 'review.before')).toBe(false);
  });

  it('lists each stay in a state with its beginning and its end', () => {
    const returned = caseAt('review.examining', [
      [null, 'create', 'draft'],
      ['draft', 'submit', 'review.examining'],
      ['review.examining', 'supplement.request', 'supplementing'],
      ['supplementing', 'supplement.provide', 'review.examining'],
    ]);
    const visits = graphOf(definition, returned).boxes.find(({ path }) => path === 'review.examining')?.visits;
    expect(visits).toEqual([
      { from: '2026-03-02T01:00:00.000Z', by: '周承办', event: 'submit', until: '2026-03-03T01:00:00.000Z' },
      { from: '2026-03-04T01:00:00.000Z', by: '周承办', event: 'supplement.provide', until: null },
    ]);
  });
});
