/** bull-board: the jobs of the queue, for the administrator. All its files, also style sheets, require the login. */
import { ProblemError } from '@lawgate/contracts';
import { principalOf, requireRole, type Sessions, toProblem } from '@lawgate/http';
import type { Queue } from 'bullmq';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { administratorOnly } from './queue-parts.ts';

export const boardPath = '/api/administration/queues';

/** Allowed actions: none that adds text to a job, and none that can lose work, because rows are authoritative. */
const allowedActions =
  /^\/api\/queues\/(?:pause|resume|:queueName\/(?:pause|resume|empty|(?::jobId\/)?(?:retry|clean|promote)(?:\/:queueStatus)?))$/;

/**
 * Registers the board. It is loaded with its first request and is a separate Fastify application: loading it takes
 * about 0.5 s of processor time, and most processes never need it.
 *
 * @param addHeaders the headers of every answer of the api
 */
export async function registerQueueBoard(
  fastify: FastifyInstance,
  bull: Queue,
  sessions: Sessions,
  addHeaders: (instance: FastifyInstance) => void,
): Promise<void> {
  let board: Promise<FastifyInstance> | null = null;
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        try {
          requireRole(await principalOf(sessions, request), administratorOnly);
        } catch (error) {
          return answerProblem(error, request, reply);
        }
        const { routing } = await (board ??= openBoard(bull, addHeaders));
        // Before the body is read, because the board reads it itself.
        reply.hijack();
        routing(request.raw, reply.raw);
        return undefined;
      });
      for (const path of ['/', '/*']) scope.all(path, () => {});
    },
    { prefix: boardPath },
  );
  fastify.addHook('onClose', async () => {
    await (await board)?.close();
  });
}

async function openBoard(bull: Queue, addHeaders: (instance: FastifyInstance) => void): Promise<FastifyInstance> {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }, { default: fastify }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
    import('fastify'),
  ]);
  const adapter = new FastifyAdapter();
  adapter.setBasePath(boardPath);
  createBullBoard({
    queues: [new BullMQAdapter(bull, { description: '提醒与通知' })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Lawgate', locale: { lng: 'zh-CN' }, hideRedisDetails: true } },
  });
  const board = fastify();
  addHeaders(board);
  board.addHook('onRequest', async (request, reply) => {
    try {
      refuseOtherActions(request);
      return undefined;
    } catch (error) {
      return answerProblem(error, request, reply);
    }
  });
  board.setNotFoundHandler((request, reply) =>
    answerProblem(new ProblemError(404, 'route.not-found', '没有这个地址。接口说明见 /api/docs。'), request, reply),
  );
  await board.register(adapter.registerPlugin() as never, { prefix: boardPath });
  await board.ready();
  return board;
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request.url);
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
  return reply.send(problem);
}

/** @throws ProblemError 403 `queue.board-action` */
function refuseOtherActions({ method, routeOptions }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (allowedActions.test((routeOptions.url ?? '').slice(boardPath.length))) return;
  throw new ProblemError(403, 'queue.board-action', '这里只能重试、清除、暂停、恢复或清空任务；任务由系统自己产生。');
}
