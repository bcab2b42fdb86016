/**
 * The logged-in person. Without a session the login page is shown; a session that ends later is renewed over the page.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { answered, api, sessionEnded } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { followLive } from '../api/live.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Me } from '../api/types.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { FirstPasswordPage } from './first-password-page.tsx';
import { LoginAgain } from './login-again.tsx';
import { LoginPage } from './login-page.tsx';

const SessionContext = createContext<Me | null>(null);

/** @throws Error outside of `Session` */
export function useMe(): Me {
  const me = use(SessionContext);
  if (me === null) throw new Error('useMe() outside of a session');
  return me;
}

export function hasRole(me: Me, ...roles: readonly string[]): boolean {
  return roles.some((role) => me.roles.includes(role));
}

async function readMe(): Promise<Me | null> {
  try {
    return await answered(api.GET('/api/auth/me'));
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) return null;
    throw error;
  }
}

export function Session({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data: me, error, isPending, refetch } = useQuery({ queryKey: keys.me, queryFn: readMe, staleTime: Infinity });
  const [ended, setEnded] = useState(false);
  // A person who still has to choose a password gets no updates yet.
  const followed = me?.mustChangePassword === false ? me.id : undefined;

  useEffect(() => {
    const onEnded = () => setEnded(true);
    sessionEnded.addEventListener('ended', onEnded);
    return () => sessionEnded.removeEventListener('ended', onEnded);
  }, []);
  useEffect(() => (followed === undefined ? undefined : followLive(queries)), [queries, followed]);

  if (isPending) return <Spin size="large" description="正在打开" fullscreen />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (me === null) return <LoginPage onLogin={(who) => queries.setQueryData(keys.me, who)} />;
  if (me.mustChangePassword) return <FirstPasswordPage />;
  return (
    <SessionContext value={me}>
      {children}
      <LoginAgain
        open={ended}
        username={me.username}
        onLogin={(who) => {
          setEnded(false);
          // Another person at the same screen must not see the previous person's data.
          if (who.id !== me.id) queries.clear();
          queries.setQueryData(keys.me, who);
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
        }}
      />
    </SessionContext>
  );
}
