/** Acts that are dated in the future. */
import type { Actor, Definition } from '@lawgate/engine';
import { DrivenCase, type Sent } from './driving.fixtures.ts';
import { futureDay, type RefusedOnce } from './refusals.fixtures.ts';

export function refusedTomorrow(definition: Definition, acts: readonly (readonly [readonly Sent[], Actor, string])[]) {
  return acts.map(([way, who, type]): RefusedOnce => ({
    rule: 'dates.plausible',
    citation: null,
    because: `${type} is dated tomorrow`,
    attempt: () => {
      const example = definition.events[type]?.examples[0] as Record<string, unknown>;
      return new DrivenCase(definition).go(...way).try(who, type, { ...example, on: futureDay });
    },
  }));
}
