import { ProblemError, type Principal, type Problem } from '@lawgate/contracts';
import type { PrincipalRequest } from './session/session.guard.ts';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Codes of Fastify and its plugins that a client can cause, with our own stable code and message. */
const edgeErrors: Readonly<Record<string, { status: number; code: string; detail: string }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'request.malformed-json',
    detail: '请求内容不是有效的JSON，请检查格式。',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'request.malformed-json', detail: '请求内容为空，应为JSON。' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'request.malformed',
    detail: '请求长度与声明的不一致，请重新发送。',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too-large', detail: '请求内容过大，请减少内容后重试。' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'request.media-type',
    detail: '不支持这种内容类型，请使用application/json；上传文件请使用multipart/form-data。',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'request.malformed', detail: '网址中有无法识别的编码。' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'document.too-large', detail: '文件过大，请压缩或拆分后上传。' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    status: 415,
    code: 'request.media-type',
    detail: '上传文件请使用multipart/form-data。',
  },
};

const byStatus: Readonly<Record<number, { code: string; detail: string }>> = {
  400: { code: 'request.malformed', detail: '请求格式不正确，请检查后重试。' },
  404: { code: 'route.not-found', detail: '没有这个地址。接口说明见 /api/docs。' },
  405: { code: 'route.method', detail: '这个地址不支持该方法。' },
  413: { code: 'request.too-large', detail: '请求内容过大，请减少内容后重试。' },
  414: { code: 'request.too-long', detail: '网址过长，请检查后重试。' },
  415: { code: 'request.media-type', detail: '不支持这种内容类型。' },
};

/**
 * Maximum number of issues in one answer, and maximum characters of each, so that a long list of mistakes does not
 * become a longer answer.
 */
const maxIssues = 50;
const maxMessageLength = 300;

function shortened(issues: NonNullable<Problem['issues']>): NonNullable<Problem['issues']> {
  return issues.slice(0, maxIssues).map(({ path, message }) => ({
    path: path.slice(0, maxMessageLength),
    message: message.slice(0, maxMessageLength),
  }));
}

/** Records refusals for a missing right; the audit trail implements it. */
export interface RefusalLog {
  note(refusal: {
    readonly orgId: string;
    readonly actor: Principal;
    readonly action: 'access.refused';
    readonly outcome: 'refused';
    /** Network address. */
    readonly address: string;
    readonly detail: { readonly code: string; readonly method: string; readonly route: string | null };
  }): void;
}

/** Turns every error into RFC 9457 problem details with a stable code; a fault of the server gives no details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('problem');

  constructor(private readonly audit: RefusalLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest & PrincipalRequest>();
    const problem = toProblem(error, request.url);
    // A 503 that the program reports about itself is not a fault of the program.
    const waits = error instanceof ProblemError && problem.status === 503;
    if (problem.status >= 500 && !waits) {
      // The route as declared: the URL may contain what somebody typed.
      const { id: requestId, method, routeOptions } = request;
      this.#log.error({ requestId, method, route: routeOptions.url ?? null, err: error }, 'server fault');
    }
    if (problem.status === 403) this.#noteRefusal(problem, request);
    // The client of an aborted upload cannot receive an answer.
    if (reply.sent || reply.raw.destroyed) return;
    if (problem.status === 413) void reply.header('connection', 'close');
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }

  /**
   * Records requests for which the person lacks the right. An event that is not the person's turn is normal work and
   * not recorded.
   */
  #noteRefusal({ code }: Problem, request: FastifyRequest & PrincipalRequest): void {
    const { principal } = request;
    if (principal === undefined || code === 'event.forbidden') return;
    this.audit.note({
      orgId: principal.orgId,
      actor: principal,
      action: 'access.refused',
      outcome: 'refused',
      address: request.ip,
      // The route as declared: the URL may contain what somebody typed.
      detail: { code, method: request.method, route: request.routeOptions.url ?? null },
    });
  }
}

export function toProblem(error: unknown, instance: string): Problem {
  if (error instanceof ProblemError) {
    return {
      type: `https://lawgate.example/problems/${error.code}`,
      title: titleOf(error.status),
      status: error.status,
      detail: error.message,
      code: error.code,
      instance,
      ...error.more,
      ...(error.more.issues === undefined ? {} : { issues: shortened(error.more.issues) }),
    };
  }
  const edge = edgeErrors[edgeCodeOf(error)];
  if (edge !== undefined) return fromEdge(edge, instance);
  const status = statusOf(error);
  const known = byStatus[status];
  if (known !== undefined) return fromEdge({ status, ...known }, instance);
  if (status >= 400 && status < 500) {
    return fromEdge({ status, code: 'request.refused', detail: '请求被拒绝，请检查后重试。' }, instance);
  }
  return fromEdge(
    { status: 500, code: 'server.fault', detail: '系统出错，您的操作没有保存。请稍后重试；如仍不成功，请联系管理员。' },
    instance,
  );
}

/** Fastify's code; a body that cannot be parsed comes as the parser's own SyntaxError. */
function edgeCodeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'SyntaxError') return 'FST_ERR_CTP_INVALID_JSON_BODY';
  return (error as { code?: string } | null)?.code ?? '';
}

function fromEdge(edge: { status: number; code: string; detail: string }, instance: string): Problem {
  return {
    type: `https://lawgate.example/problems/${edge.code}`,
    title: titleOf(edge.status),
    status: edge.status,
    detail: edge.detail,
    code: edge.code,
    instance,
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '请先登录',
  403: '无权办理',
  404: '没有找到',
  409: '状态冲突',
  413: '内容过大',
  415: '类型不支持',
  422: '不符合规定',
  429: '过于频繁',
};

function titleOf(status: number): string {
  return titles[status] ?? (status >= 500 ? '系统出错' : '请求被拒绝');
}
