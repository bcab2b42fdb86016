import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@lawgate/contracts';

/** A request that the session guard let through. */
export interface PrincipalRequest {
  principal?: Principal;
}

/** The logged-in person; the session guard has put it on the request. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<PrincipalRequest>();
  if (principal === undefined) throw new Error('a route that is public asked for the principal');
  return principal;
});

export const publicRoute = 'lawgate.public';

/** A route that needs no session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicRoute, true);
