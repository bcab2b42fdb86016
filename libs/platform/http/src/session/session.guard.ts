import { ProblemError, type Principal } from '@lawgate/contracts';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { sessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

interface CookieRequest {
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}
type GuardedRequest = SiteRequest & PrincipalRequest & CookieRequest;

const givenPasswordRoute = 'lawgate.given-password';

/** Opens a route to people who still have the password that an administrator set. */
export const WithGivenPassword = (): MethodDecorator => SetMetadata(givenPasswordRoute, true);

/** Requires a session, and sets the principal of the request. Returns without a promise where possible. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  /** @throws ProblemError 401 `auth.required`, 403 `auth.cross-site`, `auth.password-change-required` */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    refuseCrossSite(request);
    const open = this.reflector.getAllAndOverride<boolean | undefined>(publicRoute, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (open === true) return true;
    const token = request.cookies?.[sessionCookie];
    if (token === undefined) throw required();
    const found = this.sessions.find(token);
    const anyPassword = this.reflector.get<boolean | undefined>(givenPasswordRoute, context.getHandler()) === true;
    return found instanceof Promise
      ? found.then((principal) => admit(request, principal, anyPassword))
      : admit(request, found, anyPassword);
  }
}

function admit(request: PrincipalRequest, principal: Principal | null, anyPassword: boolean): true {
  if (principal === null) throw required();
  if (!anyPassword) requireOwnPassword(principal);
  request.principal = principal;
  return true;
}

/**
 * The person of a request that no controller handles, so that no guard runs. Refuses cross-site requests.
 *
 * @throws ProblemError 401 `auth.required`, 403 `auth.cross-site`
 */
export async function principalOf(sessions: Sessions, request: SiteRequest & CookieRequest): Promise<Principal> {
  refuseCrossSite(request);
  const token = request.cookies?.[sessionCookie];
  const principal = token === undefined ? null : await sessions.find(token);
  if (principal === null) throw required();
  requireOwnPassword(principal);
  return principal;
}

function requireOwnPassword({ mustChangePassword }: Principal): void {
  if (mustChangePassword !== true) return;
  throw new ProblemError(403, 'auth.password-change-required', '当前密码由管理员设置，请先改为您自己的密码。');
}

function required(): ProblemError {
  return new ProblemError(401, 'auth.required', '请先登录；如已登录，登录已过期，请重新登录。');
}

/**
 * The properties of a request that the check reads; Fastify's request has all of them. `host` is `X-Forwarded-Host`
 * behind a trusted proxy.
 */
export interface SiteRequest {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const ownKinds = new Set(['application/json', 'multipart/form-data']);

/**
 * Refuses requests that another site made the person's browser send (CSRF), in addition to `SameSite=Lax`.
 *
 * A request that changes something must contain JSON or a multipart form (a plain HTML form sends neither JSON nor our
 * multipart without an `Origin`), and the origin that the browser sends must be our own. A request without a body needs
 * no content type. Programs that are not browsers send neither header and are not affected.
 *
 * @throws ProblemError 403 `auth.cross-site`
 */
export function refuseCrossSite(request: SiteRequest): void {
  if (reading.has(request.method)) return;
  const { headers } = request;
  const kind = headers['content-type'];
  if (kind === undefined ? hasBody(headers) : !ownKinds.has(mediaType(kind))) throw crossSite();
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const origin = headers.origin;
  if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite();
}

function hasBody(headers: SiteRequest['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function mediaType(header: string | string[]): string {
  return String(header).split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Host and port of an origin, or null for a value without them (`null`, invalid). The scheme is ignored, because a
 * proxy may change it.
 */
function hostOf(origin: string | string[]): string | null {
  return URL.canParse(String(origin)) ? new URL(String(origin)).host : null;
}

function crossSite(): ProblemError {
  return new ProblemError(403, 'auth.cross-site', '请求不是从本系统的页面发出的，已拒绝。请在本系统页面内操作。');
}

/** A request that the session guard let through. */
export interface PrincipalRequest {
  principal?: Principal;
}

/** Parameter decorator: the logged-in person, as set by the session guard. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<PrincipalRequest>();
  if (principal === undefined) throw new Error('a route that is public asked for the principal');
  return principal;
});

export const publicRoute = 'lawgate.public';

/** A route that needs no session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicRoute, true);
