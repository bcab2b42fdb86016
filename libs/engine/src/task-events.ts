/** The events that every definition has without declaring them: what people may do with a task besides completing it. */
import { z } from 'zod';
import type { Definition, EventSpec } from './definition.ts';
import { roles } from './vocabulary.ts';

const person = z.string().min(1).max(64);
const task = z.string().min(1).max(64).optional();
const everybody = roles.filter((role) => role !== 'system');

const taskEvents = {
  'task.add-signer': {
    label: '加签',
    by: everybody,
    payload: z.strictObject({ task, person, position: z.enum(['before', 'after', 'parallel']).optional() }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.remove-signer': {
    label: '减签',
    by: everybody,
    payload: z.strictObject({ task, person }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.transfer': {
    label: '转办',
    by: everybody,
    payload: z.strictObject({ task, from: person.optional(), to: person }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.delegate': {
    label: '委派',
    by: everybody,
    payload: z.strictObject({ task, to: person }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.resolve': {
    label: '委派办结',
    by: everybody,
    payload: z.strictObject({ task, note: z.string().min(1).max(2000) }),
    examples: [],
  },
  'task.withdraw': {
    label: '撤回本人意见',
    by: everybody,
    payload: z.strictObject({ task }),
    examples: [],
  },
} satisfies Record<string, EventSpec>;

export type TaskEventType = keyof typeof taskEvents;
export const taskEventTypes = Object.keys(taskEvents) as TaskEventType[];

/** Events that only the engine sends, when an operation settles a task without an answer having been given. */
export const internalEventTypes = ['task.settled', 'task.unmanned', 'task.withdrawn'] as const;

export function isTaskEvent(type: string): type is TaskEventType {
  return Object.hasOwn(taskEvents, type);
}

/** The specification of an event from outside, or null when there is none: `xstate.*` and the engine's own are never accepted. */
export function eventSpecOf(definition: Definition, type: string): EventSpec | null {
  if (isTaskEvent(type)) return taskEvents[type];
  return Object.hasOwn(definition.events, type) ? (definition.events[type] ?? null) : null;
}
