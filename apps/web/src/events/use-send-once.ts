/** Sends one answer of a person until its result is known; it is recorded once. */
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
  /** Events of the case since the person began to answer, which the page shows next to the form. */
  readonly since: readonly CaseHistory[];
}

/** @param view the case as it is shown now, whose version the server checks */
export function useSendOnce(view: CaseView): SendOnce {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useSendEvent(view.id);
  const [seen] = useState(() => Math.max(0, ...view.history.map(({ seq }) => seq)));
  const unanswered = useRef<{ readonly text: string; readonly command: Command } | null>(null);

  const send = async (answering: Answering): Promise<CaseView | null> => {
    const text = JSON.stringify(answering);
    // Whether the first request arrived is unknown: the same body is sent again, byte for byte, under the same key.
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

/** The case differs from the page: it is loaded again, so that the person sees the change. */
function changed({ problem: { code } }: ApiProblem): boolean {
  return code === 'case.version-conflict' || code === 'event.not-possible' || code === 'event.forbidden';
}
