/** Copies of built-in categories with a deliberate change, to test the proofs. */
import { defineWorkflow, enterMarker, exitMarker, type Definition, type WorkflowMachineConfig } from '@lawgate/engine';

/** The parts of a state that a test changes. */
export interface LooseState {
  type?: string;
  meta?: Record<string, unknown>;
  on?: Record<string, unknown>;
  states?: Record<string, LooseState>;
}

export type LooseStates = Record<string, LooseState>;

/** A copy of the definition whose states `change` may alter, and whose other parts `rest` replaces. */
export function changed(
  definition: Definition,
  change: (states: LooseStates) => void,
  rest: Partial<Omit<Definition, 'machine'>> = {},
): Definition {
  const config = copied(definition.machine.config) as WorkflowMachineConfig & { states: LooseStates };
  change(config.states);
  return defineWorkflow({ ...definition, ...rest, machine: config as WorkflowMachineConfig });
}

/** A deep copy without the markers that `defineWorkflow` adds, so that they are not added twice. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isMarker(one)).map(copied);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}

function isMarker(action: unknown): boolean {
  const { type } = (action ?? {}) as { type?: string };
  return type === enterMarker || type === exitMarker;
}
