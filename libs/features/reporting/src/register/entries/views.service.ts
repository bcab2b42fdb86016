/** Saved views of the register: one's own, or shared with the organisation. Only who made one changes it. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { fieldLabels } from '../import/columns.ts';
import { requireRegister } from './entries.service.ts';
import { columnKeys, type PutView, type RegisterView, type RegisterViews } from './entry-views.ts';

/** Views that one person keeps. */
const mostViews = 50;
const uniqueViolation = '23505';

type ViewRow = PutView & {
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly updatedAt: Date;
};

const viewColumns = `id, owner, owner_name as "ownerName", name, shared, columns, filters, sort, updated_at as "updatedAt"`;

@Injectable()
export class RegisterViewsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person's own and those that are shared with them, by name. */
  async list(viewer: Principal): Promise<RegisterViews> {
    requireRegister(viewer);
    const found = await asViewer(this.pool, viewer, (client) =>
      client.query<ViewRow>(`select ${viewColumns} from register_view where org_id = $1 order by name, id`, [
        viewer.orgId,
      ]),
    );
    return {
      items: found.rows.map((row) => viewOf(row, viewer)),
      columns: columnKeys.map((key) => ({ key, label: fieldLabels[key] })),
    };
  }

  /** @throws ProblemError 409 `register.view-name-taken`, `register.too-many-views` */
  async make(viewer: Principal, put: PutView): Promise<RegisterView> {
    requireRegister(viewer);
    const at = this.clock.now();
    return asViewer(this.pool, viewer, async (client) => {
      const own = await client.query('select from register_view where owner = $1 limit $2', [viewer.id, mostViews]);
      if ((own.rowCount ?? 0) >= mostViews) {
        throw new ProblemError(409, 'register.too-many-views', `保存的视图不超过${mostViews}个，请先删除不用的。`);
      }
      const made = await once(put.name, () =>
        client.query<ViewRow>(
          `insert into register_view (id, org_id, org_path, owner, owner_name, name, shared, columns, filters, sort,
                                      created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) returning ${viewColumns}`,
          [
            newId(),
            viewer.orgId,
            viewer.orgPath,
            viewer.id,
            viewer.name,
            put.name,
            put.shared,
            put.columns,
            put.filters,
            put.sort,
            at,
          ],
        ),
      );
      return viewOf(made.rows[0] as ViewRow, viewer);
    });
  }

  /** @throws ProblemError 404 also for a view of somebody else, 409 `register.view-name-taken` */
  async change(viewer: Principal, id: string, put: PutView): Promise<RegisterView> {
    requireRegister(viewer);
    if (!isId(id)) throw notFound('该视图');
    return asViewer(this.pool, viewer, async (client) => {
      const changed = await once(put.name, () =>
        client.query<ViewRow>(
          `update register_view set name = $3, shared = $4, columns = $5, filters = $6, sort = $7, updated_at = $8
            where id = $1 and owner = $2 returning ${viewColumns}`,
          [id, viewer.id, put.name, put.shared, put.columns, put.filters, put.sort, this.clock.now()],
        ),
      );
      const row = changed.rows[0];
      if (row === undefined) throw notFound('该视图');
      return viewOf(row, viewer);
    });
  }

  /** @throws ProblemError 404 also for a view of somebody else */
  async remove(viewer: Principal, id: string): Promise<void> {
    requireRegister(viewer);
    if (!isId(id)) throw notFound('该视图');
    const removed = await asViewer(this.pool, viewer, (client) =>
      client.query('delete from register_view where id = $1 and owner = $2', [id, viewer.id]),
    );
    if (removed.rowCount === 0) throw notFound('该视图');
  }
}

function viewOf({ owner, ownerName, updatedAt, ...row }: ViewRow, viewer: Principal): RegisterView {
  return {
    ...row,
    owner: { id: owner, name: ownerName },
    own: owner === viewer.id,
    updatedAt: updatedAt.toISOString(),
  };
}

async function once<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== uniqueViolation || constraint !== 'register_view_name') throw error;
    throw new ProblemError(409, 'register.view-name-taken', `已有名为“${name}”的视图，请换一个名称。`);
  }
}
