/** The states of a definition that the engine's walk reaches, each with a shortest sequence of events that leads there. */
import { stateName, type CaseEvent, type Definition } from '@lawgate/engine';
import { people, walkThrough } from '../../workflows/shared/walking.fixtures.ts';

/** One person for each role: a second adviser, or a second role for one person, reaches no further state. */
const cast = [
  { ...people.drafter, roles: ['submitter'] },
  people.reviewer,
  people.adviser,
  people.director,
  people.leader,
  people.archivist,
] as const;

const otherAdvisers = [people.adviser2.id, people.adviserDirector.id];

export interface SentEvent {
  /** Id of a person of the walk. */
  readonly by: string;
  readonly event: CaseEvent;
}

export interface ReachableState {
  /** Dotted paths of the leaf states, as `review_case.state` has them. */
  readonly state: string;
  readonly status: 'active' | 'done';
  /** Events from the creation of the case to this state. */
  readonly path: readonly SentEvent[];
}

/**
 * Walks the definition with every example of every event, without conflicts of interest and without system events:
 * neither reaches further states, which the recorded database shows for the latter.
 *
 * @param parameters values of the rule set that differ from those of the definition
 * @param fields fields of the case
 */
export function reachableStates(
  definition: Definition,
  parameters: Readonly<Record<string, number>>,
  fields: Record<string, unknown>,
): ReadonlyMap<string, ReachableState> {
  const arrivals = new Map<string, { readonly from: string; readonly sent: SentEvent }>();
  const { configurations } = walkThrough(definition, {
    fields,
    parameters,
    cast,
    allowedOnly: true,
    only: ({ type, payload }) => {
      const text = JSON.stringify(payload);
      return type !== 'recuse' && !otherAdvisers.some((id) => text.includes(id));
    },
    onMove: (move) => {
      if (!('to' in move) || arrivals.has(move.to)) return;
      const by = / \((.+)\)$/.exec(move.label)?.[1] ?? '';
      arrivals.set(move.to, { from: move.from, sent: { by, event: move.event } });
    },
  });
  const first = configurations.keys().next().value;
  const pathTo = (key: string): SentEvent[] => {
    const path: SentEvent[] = [];
    for (let at = key; at !== first;) {
      const arrival = arrivals.get(at);
      if (arrival === undefined) throw new Error(`${definition.key}: no move leads to ${at}`);
      path.unshift(arrival.sent);
      at = arrival.from;
    }
    return path;
  };
  const states = new Map<string, ReachableState>();
  for (const { key, stored } of configurations.values()) {
    const state = stateName(stored.value);
    if (!states.has(state)) states.set(state, { state, status: stored.status, path: pathTo(key) });
  }
  return states;
}
