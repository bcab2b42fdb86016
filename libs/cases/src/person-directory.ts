/** Looks people up by id, as far as row-level security shows them. */
import type { Actor, Role } from '@lawgate/engine';
import type pg from 'pg';
import { type Viewer, isId } from '@lawgate/database';

/** What a runtime asks of a directory. */
export type People = Pick<PersonDirectory, 'find'>;

export class PersonDirectory {
  constructor(private readonly pool: pg.Pool) {}

  /** The active people of the viewer's own organisation among `ids`, by id; ids that name nobody are left out. */
  async find(viewer: Viewer, ids: readonly string[]): Promise<Record<string, Actor>> {
    const wanted = ids.filter(isId);
    if (wanted.length === 0) return {};
    const found = await this.pool.query<{ people: (Actor & { roles: Role[] })[] | null }>({
      name: 'find-people',
      text: 'select find_people($1, $2, $3, $4) as people',
      values: [viewer.scope, viewer.orgPath, viewer.id, wanted],
    });
    return Object.fromEntries((found.rows[0]?.people ?? []).map((person) => [person.id, person]));
  }
}
