/** The machine of a definition as boxes and arrows, with the path of a case. Pure. */
import type { CaseHistory, CaseView, Definition } from '../api/types.ts';

export type Mark = 'here' | 'passed' | 'next' | 'other';

export interface Box {
  readonly path: string;
  /** The compound or parallel state around it. */
  readonly parent: string | null;
  readonly label: string;
  readonly kind: 'leaf' | 'compound' | 'parallel' | 'end';
  readonly task: { readonly key: string; readonly label: string; readonly role: string } | null;
  /** Clocks that run while the case is there, by key. */
  readonly clocks: readonly string[];
  readonly mark: Mark;
  readonly visits: readonly Visit[];
}

/** One stay of the case in a state. */
export interface Visit {
  readonly from: string;
  readonly by: string;
  readonly event: string;
  /** Null while it lasts. */
  readonly until: string | null;
}

export interface Arrow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly mark: 'passed' | 'next' | 'other';
}

export interface Graph {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

type State = Definition['states'][number];
type Transition = Definition['transitions'][number];

export function graphOf(definition: Definition, view?: CaseView): Graph {
  const states = definition.states.filter(({ type }) => type !== 'history');
  const known = new Map(definition.states.map((state) => [state.path, state]));
  const arrows = arrowsOf(definition, known, view);
  const here = new Set(view === undefined ? [] : pathsOf(view.state));
  const around = withParents(here);
  const passed = new Set((view?.history ?? []).flatMap(({ from, to }) => [...reached(from), ...reached(to)]));
  const next = new Set(arrows.filter(({ mark }) => mark === 'next').map(({ target }) => target));
  const markOf = ({ path }: State): Mark =>
    here.has(path) || around.has(path) ? 'here' : passed.has(path) ? 'passed' : next.has(path) ? 'next' : 'other';
  return {
    arrows,
    boxes: states.map((state) => ({
      path: state.path,
      parent: state.parent,
      label: state.stage ?? state.task?.label ?? state.path,
      kind: state.type === 'compound' || state.type === 'parallel' ? state.type : state.final ? 'end' : 'leaf',
      task: state.task,
      clocks: runningIn(state, known),
      mark: markOf(state),
      visits: view === undefined ? [] : visitsOf(state.path, view.history),
    })),
  };
}

/** Clocks that run in a state: the setting of a state applies to its descendants, until an inner one changes it. */
function runningIn(state: State, known: ReadonlyMap<string, State>): string[] {
  const said: Record<string, string> = {};
  for (let at: State | undefined = state; at !== undefined; at = known.get(at.parent ?? '')) {
    for (const [key, does] of Object.entries(at.clocks)) said[key] ??= does;
  }
  return Object.keys(said).filter((key) => said[key] === 'run');
}

/** Several events between the same two states share one arrow. An event without a change of state has none. */
function arrowsOf(definition: Definition, known: ReadonlyMap<string, State>, view: CaseView | undefined): Arrow[] {
  const here = view === undefined || view.status === 'done' ? new Set<string>() : withParents(pathsOf(view.state));
  const arrows = new Map<string, { arrow: Omit<Arrow, 'label' | 'mark'>; labels: Set<string>; mark: Arrow['mark'] }>();
  for (const transition of definition.transitions) {
    for (const named of transition.target) {
      // An arrow to a history state leads to its parent.
      const target = known.get(named)?.type === 'history' ? (known.get(named)?.parent ?? named) : named;
      if (target === transition.source) continue;
      const id = `${transition.source}→${target}`;
      const mark = wasTaken(transition, target, view) ? 'passed' : here.has(transition.source) ? 'next' : 'other';
      const known_ = arrows.get(id);
      const labels = (known_?.labels ?? new Set<string>()).add(transition.eventLabel);
      arrows.set(id, { arrow: { id, source: transition.source, target }, labels, mark: stronger(known_?.mark, mark) });
    }
  }
  return [...arrows.values()]
    .filter(({ arrow }) => arrow.source !== '')
    .map(({ arrow, labels, mark }) => ({ ...arrow, label: shortened([...labels]), mark }));
}

const order = ['other', 'next', 'passed'] as const;

function stronger(one: Arrow['mark'] | undefined, other: Arrow['mark']): Arrow['mark'] {
  return one !== undefined && order.indexOf(one) > order.indexOf(other) ? one : other;
}

function shortened(labels: readonly string[]): string {
  return labels.length <= 2 ? labels.join('／') : `${labels.slice(0, 2).join('／')} 等`;
}

function wasTaken({ source, event }: Transition, target: string, view: CaseView | undefined): boolean {
  const isAutomatic = event === null || event.startsWith('xstate.');
  return (view?.history ?? []).some(({ type, from, to }) => {
    if (from === null || (!isAutomatic && type !== event)) return false;
    const before = withParents(pathsOf(from));
    return before.has(source) && withParents(pathsOf(to)).has(target) && !before.has(target);
  });
}

/** Stays in a state, first to last: from the step that entered it to the one that left it. */
function visitsOf(path: string, history: readonly CaseHistory[]): Visit[] {
  const visits: Visit[] = [];
  let inside = false;
  for (const { from, to, at, actor, label } of history) {
    const was = inside || reached(from).has(path);
    const is = reached(to).has(path);
    if (is && !inside) visits.push({ from: at, by: actor?.name ?? '系统', event: label, until: null });
    const last = visits.at(-1);
    if (was && !is && last !== undefined) visits[visits.length - 1] = { ...last, until: at };
    inside = is;
  }
  return visits;
}

/** The active states of a case: parallel ones are joined by ` + `. */
export function pathsOf(state: string): string[] {
  return state.split(' + ');
}

function reached(state: string | null): Set<string> {
  return state === null ? new Set() : withParents(pathsOf(state));
}

function withParents(paths: Iterable<string>): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length += 1) all.add(parts.slice(0, length).join('.'));
  }
  return all;
}
