/**
 * The events that every definition has without declaring them: what people may do with a task besides completing it.
 */
import { z } from 'zod';
import type { Definition, EventSpec } from './definition.ts';
import { roles } from './vocabulary.ts';

const person = (title: string) => z.string().min(1).max(64).meta({ title, 'x-person-role': 'any' });
/** Which of several open tasks is meant; a page takes it from the task on the screen. */
const task = z.string().min(1).max(64).meta({ title: '任务' }).optional();
const positions = { before: '在其前办理', after: '在其后办理', parallel: '同时办理' } as const;
const position = z.enum(['before', 'after', 'parallel']).meta({ title: '办理次序', 'x-labels': positions }).optional();
const everybody = roles.filter((role) => role !== 'system');

const taskEvents = {
  'task.add-signer': {
    label: '加签',
    by: everybody,
    payload: z.strictObject({ task, person: person('增加的办理人'), position }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.remove-signer': {
    label: '减签',
    by: everybody,
    payload: z.strictObject({ task, person: person('减去的办理人') }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.transfer': {
    label: '转办',
    by: everybody,
    payload: z.strictObject({ task, from: person('原办理人').optional(), to: person('新办理人') }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.delegate': {
    label: '委派',
    by: everybody,
    payload: z.strictObject({ task, to: person('受委派人') }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.resolve': {
    label: '委派办结',
    by: everybody,
    payload: z.strictObject({ task, note: z.string().min(1).max(2000).meta({ title: '办理情况' }) }),
    examples: [],
  },
  'task.withdraw': {
    label: '撤回本人意见',
    by: everybody,
    payload: z.strictObject({ task }),
    examples: [],
  },
} satisfies Record<string, EventSpec>;

export type TaskEventSpecs = Readonly<Record<TaskEventType, EventSpec>>;
export const taskEventSpecs: TaskEventSpecs = taskEvents;
export type TaskEventType = keyof typeof taskEvents;
export const taskEventTypes = Object.keys(taskEvents) as TaskEventType[];

/** Events that only the engine sends, when an operation settles a task without an answer having been given. */
export const internalEventTypes = ['task.settled', 'task.unmanned', 'task.withdrawn'] as const;

export function isTaskEvent(type: string): type is TaskEventType {
  return Object.hasOwn(taskEvents, type);
}

/**
 * The specification of an event from outside, or null when there is none: `xstate.*` and the engine's own are never
 * accepted.
 */
export function eventSpecOf(definition: Definition, type: string): EventSpec | null {
  if (isTaskEvent(type)) return taskEvents[type];
  return Object.hasOwn(definition.events, type) ? (definition.events[type] ?? null) : null;
}
