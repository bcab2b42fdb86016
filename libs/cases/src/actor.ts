/** Who acts, as the engine sees them. */
import type { Principal } from '@lawgate/contracts';
import type { Actor, StepEnvironment, Role } from '@lawgate/engine';

/** The engine's view of a person; `standsInFor` are the ids of those for whom they are stand-in on that day. */
export function actorOf(principal: Principal, standsInFor: readonly string[] = []): Actor {
  return {
    id: principal.id,
    name: principal.name,
    roles: principal.roles as readonly Role[],
    qualifications: principal.qualifications,
    ...(standsInFor.length === 0 ? {} : { standsInFor }),
  };
}

/** System events: a due date, a changed calendar. */
export function isSystem({ actor }: StepEnvironment): boolean {
  return actor.roles.includes('system');
}
