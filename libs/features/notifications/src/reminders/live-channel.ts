/**
 * The channel on which the worker notifies every api process that something new is there. Ids only: PostgreSQL takes
 * 8,000 bytes at most.
 */
import { z } from 'zod';

export const liveChannel = 'lawgate_live';

export const LiveMessage = z.object({
  /** Case id, and the path of its organisation, by which its viewers are found. */
  case: z.uuid(),
  orgPath: z.string(),
  /** People who have something new in their inbox. */
  people: z.array(z.uuid()),
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** Recipients in one message: 40 bytes each. */
const peoplePerMessage = 100;

/** The messages of one delivery; more than one only for very many recipients. */
export function liveMessages(message: LiveMessage): string[] {
  const texts: string[] = [];
  for (let at = 0; at === 0 || at < message.people.length; at += peoplePerMessage) {
    texts.push(JSON.stringify({ ...message, people: message.people.slice(at, at + peoplePerMessage) }));
  }
  return texts;
}

/** Null for a text that is no message of the worker. */
export function parseLiveMessage(text: string): LiveMessage | null {
  try {
    return LiveMessage.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
