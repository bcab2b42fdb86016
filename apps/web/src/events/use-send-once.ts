/** One answer of a person to a case, sent until it is known what became of it, and recorded once. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newCommandKey } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { ApiProblem, ConnectionLost } from '../api/problem.ts';
import { useSendEvent, type Command } from '../api/queries.ts';
import type { CaseHistory, CaseView } from '../api/types.ts';

export type Answering = Omit<Command, 'key' | 'expectedVersion'>;

export interface SendOnce {
  send(answering: Answering): Promise<CaseView | null>;
  readonly pending: boolean;
  readonly error: Error | null;
  /** What happened to the case since the person began to answer; the page shows it next to the form. */
  readonly since: readonly CaseHistory[];
}

/** @param view the case as it is shown now: what is sent rests on what the person can see of it */
export function useSendOnce(view: CaseView): SendOnce {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useSendEvent(view.id);
  const [seen] = useState(() => Math.max(0, ...view.history.map(({ seq }) => seq)));
  const unanswered = useRef<{ readonly text: string; readonly command: Command } | null>(null);

  const send = async (answering: Answering): Promise<CaseView | null> => {
    const text = JSON.stringify(answering);
    // Nobody knows whether the first one arrived: the same words go out again, byte for byte, under the same key.
    const again = unanswered.current?.text === text ? unanswered.current.command : null;
    const command = again ?? { ...answering, expectedVersion: view.version, key: newCommandKey() };
    unanswered.current = { text, command };
    reset();
    try {
      const next = await mutateAsync(command);
      unanswered.current = null;
      return next;
    } catch (failure) {
      if (!(failure instanceof ConnectionLost)) unanswered.current = null;
      if (failure instanceof ApiProblem && changed(failure)) {
        await queries.invalidateQueries({ queryKey: keys.case(view.id) });
      }
      return null;
    }
  };
  return { send, pending: isPending, error, since: view.history.filter(({ seq }) => seq > seen) };
}

/** The case is not what the page shows: it is read again, so that the person sees what the other did. */
function changed({ problem: { code } }: ApiProblem): boolean {
  return code === 'case.version-conflict' || code === 'event.not-possible' || code === 'event.forbidden';
}
