/** The pure transition of a machine, as XState's `transition` computes it, at less cost. */
import {
  createActor,
  type ActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  type ExecutableActionObject,
} from 'xstate';

type Scope = ActorScope<AnyMachineSnapshot, EventObject>;

/** By machine: an actor that is never started and has no part in the result. */
const scopes = new WeakMap<AnyStateMachine, Omit<Scope, 'actionExecutor'>>();

/**
 * The next snapshot and the actions to execute, of which none is executed.
 *
 * XState's own `transition` makes an actor for every call, and with it the machine's initial snapshot, only to have an
 * actor scope to pass on. Here each machine has one inert scope for all of its transitions.
 */
export function transitionOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): [next: AnyMachineSnapshot, actions: readonly ExecutableActionObject[]] {
  const actions: ExecutableActionObject[] = [];
  const actionExecutor = (action: ExecutableActionObject): void => void actions.push(action);
  const next = machine.transition(snapshot, event, { ...scopeOf(machine), actionExecutor });
  return [next, actions];
}

function scopeOf(machine: AnyStateMachine): Omit<Scope, 'actionExecutor'> {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine);
  const scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}

function nothing(): void {}
