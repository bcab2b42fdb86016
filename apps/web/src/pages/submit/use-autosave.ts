/**
 * Saves a draft shortly after typing stops. Until the server has it, it is kept in this browser; a version that another
 * person saved meanwhile is never overwritten without showing both.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newCommandKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { ApiProblem, ConnectionLost } from '../../api/problem.ts';
import { useSendEvent, type Command } from '../../api/queries.ts';
import type { CaseView } from '../../api/types.ts';
import { useMe } from '../../session/session.tsx';
import { useKeptForm } from '../../shared/kept-form.ts';
import { bodyOf, same, valuesOf, type Values } from './form-values.ts';

/** Milliseconds without a key press; each save is an event in the history of the case. */
const pause = 2500;

/** Values of the form that the server does not have yet, and the server's values when typing began. */
interface Typing {
  readonly base: Values;
  readonly values: Values;
}

export interface Autosave {
  /** Initial values of the form. */
  readonly initial: Values;
  readonly restored: boolean;
  readonly state: 'saved' | 'typed' | 'saving' | 'refused' | 'offline';
  readonly error: Error | null;
  /** Values that another person saved while this person typed. */
  readonly serverVersion: Values | null;
  typed(values: Values): void;
  /** @returns the case as saved, or null when it could not be saved */
  saveNow(): Promise<CaseView | null>;
  keepMine(): void;
  takeServerVersion(): void;
}

export function useAutosave(view: CaseView, isComplete: () => Promise<boolean>): Autosave {
  const me = useMe();
  const queries = useQueryClient();
  const kept = useKeptForm<Typing>(me.id, `submit.${view.id}`);
  const server = valuesOf(view);
  const [typing, setTyping] = useState<Typing | null>(() =>
    kept.earlier !== null && !same(kept.earlier.values, server) ? kept.earlier : null,
  );
  const [begun] = useState(() => ({ initial: typing?.values ?? server, restored: typing !== null }));
  const [sent, setSent] = useState<Values | null>(null);
  const { mutateAsync, isPending, isPaused, error, reset } = useSendEvent(view.id);
  const unanswered = useRef<{ readonly text: string; readonly command: Command } | null>(null);
  const onItsWay = useRef<{ readonly text: string; readonly answer: Promise<CaseView | null> } | null>(null);

  const isForeign =
    typing !== null &&
    !same(server, typing.base) &&
    !same(server, typing.values) &&
    (sent === null || !same(server, sent));

  const save = useCallback(async (): Promise<CaseView | null> => {
    if (typing === null) return view;
    if (isForeign || !(await isComplete())) return null;
    const { values } = typing;
    if (same(values, valuesOf(view))) {
      setTyping(null);
      kept.discard();
      return view;
    }
    const payload = bodyOf(values);
    const text = JSON.stringify(payload);
    // Leaving the field and pressing the button cause one save.
    if (onItsWay.current?.text === text) return onItsWay.current.answer;
    // Whether the first request arrived is unknown: the same body is sent again under the same key.
    const command =
      unanswered.current?.text === text
        ? unanswered.current.command
        : { type: 'draft.amend', payload, expectedVersion: view.version, key: newCommandKey() };
    unanswered.current = { text, command };
    setSent(values);
    const answer = send(command, values).finally(() => {
      onItsWay.current = null;
    });
    onItsWay.current = { text, answer };
    return answer;

    async function send(amending: Command, amended: Values): Promise<CaseView | null> {
      try {
        const next = await mutateAsync(amending);
        unanswered.current = null;
        setTyping((now) => (now === null || same(now.values, amended) ? null : { ...now, base: valuesOf(next) }));
        kept.discard();
        return next;
      } catch (failure) {
        if (!(failure instanceof ConnectionLost)) unanswered.current = null;
        if (failure instanceof ApiProblem && failure.problem.code === 'case.version-conflict') {
          reset();
          setSent(null);
          await queries.invalidateQueries({ queryKey: keys.case(view.id) });
        }
        return null;
      }
    }
  }, [typing, view, isForeign, isComplete, kept, mutateAsync, queries, reset]);

  const refused = error instanceof ApiProblem;
  useEffect(() => {
    if (typing === null || isPending || refused) return undefined;
    const timer = setTimeout(() => void save(), pause);
    const online = () => void save();
    addEventListener('online', online);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', online);
    };
  }, [typing, isPending, refused, save]);

  return {
    ...begun,
    // Without a network the mutation is paused until there is one.
    state: isPaused ? 'offline' : stateOf(typing, isPending, error),
    error: refused ? error : null,
    serverVersion: isForeign ? server : null,
    typed: (values) => {
      const next = { base: typing?.base ?? server, values };
      if (refused) reset();
      setTyping(next);
      kept.keep(next);
    },
    saveNow: save,
    keepMine: () => {
      if (typing === null) return;
      const next = { base: server, values: typing.values };
      setTyping(next);
      kept.keep(next);
    },
    takeServerVersion: () => {
      setTyping(null);
      kept.discard();
    },
  };
}

function stateOf(typing: Typing | null, pending: boolean, error: Error | null): Autosave['state'] {
  if (pending) return 'saving';
  if (typing === null) return 'saved';
  if (error instanceof ConnectionLost) return 'offline';
  return error === null ? 'typed' : 'refused';
}
