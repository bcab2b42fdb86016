/** bull-board: the jobs of the queue, for the administrator. Nothing of it, not even its style sheet, goes out without his login. */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { ProblemError } from '@lawgate/contracts';
import { principalOf, type Sessions, toProblem } from '@lawgate/http';
import type { Queue } from 'bullmq';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireAdministrator } from './queue-parts.ts';

export const boardPath = '/api/administration/queues';

/** Routes of what may be done by hand: nothing that puts words of one's own into a job, and nothing that a row does not survive. */
const allowedActions =
  /^\/api\/queues\/(?:pause|resume|:queueName\/(?:pause|resume|empty|(?::jobId\/)?(?:retry|clean|promote)(?:\/:queueStatus)?))$/;

export async function registerQueueBoard(fastify: FastifyInstance, bull: Queue, sessions: Sessions): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(boardPath);
  createBullBoard({
    queues: [new BullMQAdapter(bull, { description: '提醒与通知' })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Lawgate', locale: { lng: 'zh-CN' }, hideRedisDetails: true } },
  });
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        try {
          requireAdministrator(await principalOf(sessions, request));
          refuseOtherActions(request);
          return undefined;
        } catch (error) {
          const problem = toProblem(error, request.url);
          void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
          return reply.send(problem);
        }
      });
      await scope.register(adapter.registerPlugin() as never);
    },
    { prefix: boardPath },
  );
}

/** @throws ProblemError 403 `queue.board-action` */
function refuseOtherActions({ method, routeOptions }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (allowedActions.test((routeOptions.url ?? '').slice(boardPath.length))) return;
  throw new ProblemError(403, 'queue.board-action', '这里只能重试、清除、暂停、恢复或清空任务；任务由系统自己产生。');
}
