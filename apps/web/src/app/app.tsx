import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { ApiProblem } from '../api/problem.ts';
import { Session } from '../session/session.tsx';
import { router } from './router.tsx';
import { Theme } from './theme.tsx';

dayjs.locale('zh-cn');

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal would be repeated; only a lost connection is retried.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Theme>
        <Session>
          <RouterProvider router={router} />
        </Session>
      </Theme>
    </QueryClientProvider>
  );
}
