import { ProblemError, type Principal } from '@lawgate/contracts';
import { publicRoute, type PrincipalRequest } from '../current-principal.ts';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refuseCrossSite, type SiteRequest } from './same-site.ts';
import { sessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

interface CookieRequest {
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}
type GuardedRequest = SiteRequest & PrincipalRequest & CookieRequest;

const givenPasswordRoute = 'lawgate.given-password';

/** A route that is open to anyone who still has the password that an administrator gave them. */
export const WithGivenPassword = (): MethodDecorator => SetMetadata(givenPasswordRoute, true);

/** Lets in who has a session, and puts the principal on the request. Answers without a promise where it can. */
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
 * Who sent a request that comes to no controller, and so past no guard. Refuses what another site sent.
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
