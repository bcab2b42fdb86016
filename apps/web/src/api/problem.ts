/** Error answers of the interface: RFC 9457 problem details with a stable code. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  readonly citation: string | null;
  readonly overridable: boolean;
}

export interface ProblemDetails {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly refusals?: readonly Refusal[];
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  readonly currentVersion?: number;
}

/** Thrown by every refused call; `problem.detail` is a message for people. */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }
}

/** No answer came: network or server are down, and it is unknown whether the request arrived. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('连接不上服务器，您填写的内容仍在本页，恢复后可以重试。', { cause });
    this.name = 'ConnectionLost';
  }
}

/** The server or a proxy answered with a body that is not a problem document. */
export function problemOf(status: number, body: unknown): ProblemDetails {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body) return body as ProblemDetails;
  return { status, code: 'server.unclear', title: '出错了', detail: `服务器的答复无法识别（${status}），请稍后重试。` };
}
