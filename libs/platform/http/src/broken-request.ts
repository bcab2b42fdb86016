/** Malformed HTTP never becomes a request; it is answered with a problem directly on the socket. */
import type { Socket } from 'node:net';
import { ProblemError } from '@lawgate/contracts';
import { toProblem } from './problem.filter.ts';

const tooLong = (): ProblemError => new ProblemError(431, 'request.headers-too-large', '请求头过大，请减少后重试。');
const tooSlow = (): ProblemError => new ProblemError(408, 'request.timeout', '请求迟迟没有发完，连接已关闭，请重试。');
const malformed = (): ProblemError => new ProblemError(400, 'request.malformed', '请求格式不正确，请检查后重试。');

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Node's parser failed. The connection is closed, because the start of the next request is unknown. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  // The client has gone, or an answer is already being sent.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) return void socket.destroy(error);
  const problem = toProblem(problemOf(error.code), '');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${reasons[problem.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function problemOf(code: string | undefined): ProblemError {
  if (code === 'HPE_HEADER_OVERFLOW') return tooLong();
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? tooSlow() : malformed();
}
