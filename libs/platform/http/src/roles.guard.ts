/** Routes that only some roles may call: `@Roles(rule)` on a method or a controller, checked before input is read. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { PrincipalRequest } from './session/session.guard.ts';
import { drain } from './upload-form.ts';

/** The roles that may call a route, and the answer with status 403 to everybody else. */
export interface RoleRule {
  /** The person needs one of them. */
  readonly roles: readonly string[];
  /** True if the person must also have the scope of the whole organisation. Default: false. */
  readonly wholeOrganisation?: boolean;
  /** Stable, dotted code, listed in the manual. */
  readonly code: string;
  /** Message for people, in Chinese. */
  readonly detail: string;
}

export const roleRule = 'lawgate.role-rule';

/** A rule on a method replaces the one on its controller. */
export const Roles = (rule: RoleRule): MethodDecorator & ClassDecorator => SetMetadata(roleRule, rule);

/** @throws ProblemError 403 with the code of the rule */
export function requireRole({ roles, scope }: Principal, rule: RoleRule): void {
  const isInScope = rule.wholeOrganisation !== true || scope === 'organisation';
  if (isInScope && rule.roles.some((role) => roles.includes(role))) return;
  throw new ProblemError(403, rule.code, rule.detail);
}

/** Runs after the guard that sets the principal of the request; {@link openEdge} adds it to every application. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws ProblemError 403 with the code of the rule */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<RoleRule | undefined>(roleRule, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & PrincipalRequest>();
    if (request.principal === undefined) throw new Error('a route with @Roles() is public');
    try {
      requireRole(request.principal, rule);
      return true;
    } catch (refusal) {
      // A browser does not read an answer before it has sent its whole form.
      if (!request.isMultipart()) throw refusal;
      return drain(request.raw).then(() => Promise.reject(refusal as Error));
    }
  }
}
