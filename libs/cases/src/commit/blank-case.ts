import type { Principal } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import { genesisHash, type LoadedCase } from '../read/loaded-case.ts';

/**
 * A case before its first history row, for the plan of the commit that creates it; it is never stored.
 */
export function blankCase(
  principal: Principal,
  definition: Pick<Definition, 'key'>,
  { id, title, backDated = false }: Pick<LoadedCase, 'id' | 'title'> & Partial<Pick<LoadedCase, 'backDated'>>,
): LoadedCase {
  return {
    id,
    orgId: principal.orgId,
    orgPath: principal.orgPath,
    category: definition.key,
    title,
    state: '',
    stage: '',
    status: 'active',
    version: 0,
    // Replaced by the first step.
    stored: null as never,
    lastHash: genesisHash,
    createdBy: principal.id,
    // Those of the commit.
    createdAt: '',
    updatedAt: '',
    backDated,
    documentCount: 0,
    names: { [principal.id]: principal.name },
    documents: [],
    tasks: [],
    clocks: [],
    opinions: [],
    numbers: [],
    history: [],
  };
}
