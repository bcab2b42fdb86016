/**
 * The channel on which the worker notifies every api process of news. Ids only: PostgreSQL accepts at most 8,000 bytes.
 */
import { z } from 'zod';

export const liveChannel = 'lawgate_live';

export const LiveMessage = z.object({
  /** Case id, and the path of its organisation, by which its viewers are selected. */
  case: z.uuid(),
  orgPath: z.string(),
  /** People with something new in their inbox. */
  people: z.array(z.uuid()),
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** Maximum number of recipients in one message: 40 bytes each. */
const peoplePerMessage = 100;

/** The messages of one delivery; more than one only for very many recipients. */
export function liveMessages(message: LiveMessage): string[] {
  const texts: string[] = [];
  for (let at = 0; at === 0 || at < message.people.length; at += peoplePerMessage) {
    texts.push(JSON.stringify({ ...message, people: message.people.slice(at, at + peoplePerMessage) }));
  }
  return texts;
}

/** Null for a text that is not a message of the worker. */
export function parseLiveMessage(text: string): LiveMessage | null {
  try {
    return LiveMessage.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
