/** Saved views of the register: private, or shared with the organisation. Only the creator may change one. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, isId, newId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type { InferEntity } from '@mikro-orm/postgresql';
import type { ReportingTables } from '../../tables.ts';
import { fieldLabels } from '../import/columns.ts';
import { requireRegister } from './entries.service.ts';
import { RegisterViewEntity } from './register.entity.ts';
import { columnKeys, type PutView, type RegisterView, type RegisterViews } from './entry-views.ts';

/** Maximum number of views of one person. */
const maxViews = 50;
const uniqueViolation = '23505';

const viewColumns = ['id', 'owner', 'ownerName', 'name', 'shared', 'columns', 'filters', 'sort', 'updatedAt'] as const;

type ViewRow = Pick<InferEntity<typeof RegisterViewEntity>, (typeof viewColumns)[number]>;

@Injectable()
export class RegisterViewsService {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person's own views and those shared with them, by name. */
  async list(viewer: Principal): Promise<RegisterViews> {
    requireRegister(viewer);
    const found = await this.database.as(viewer, ({ db }) =>
      db
        .selectFrom('register_view')
        .select(viewColumns)
        .where('orgId', '=', viewer.orgId)
        .orderBy('name')
        .orderBy('id')
        .execute(),
    );
    return {
      items: found.map((row) => viewOf(row, viewer)),
      columns: columnKeys.map((key) => ({ key, label: fieldLabels[key] })),
    };
  }

  /** @throws ProblemError 409 `register.view-name-taken`, `register.too-many-views` */
  async make(viewer: Principal, put: PutView): Promise<RegisterView> {
    requireRegister(viewer);
    const at = this.clock.now();
    return this.database.as(viewer, async (tx) => {
      if ((await tx.em.count(RegisterViewEntity, { owner: viewer.id })) >= maxViews) {
        throw new ProblemError(409, 'register.too-many-views', `保存的视图不超过${maxViews}个，请先删除不用的。`);
      }
      const view = tx.em.create(RegisterViewEntity, {
        id: newId(),
        orgId: viewer.orgId,
        orgPath: viewer.orgPath,
        owner: viewer.id,
        ownerName: viewer.name,
        ...put,
        createdAt: at,
        updatedAt: at,
      });
      await once(put.name, () => tx.flush());
      return viewOf(view, viewer);
    });
  }

  /** @throws ProblemError 404, also for a view of somebody else, 409 `register.view-name-taken` */
  async change(viewer: Principal, id: string, put: PutView): Promise<RegisterView> {
    requireRegister(viewer);
    if (!isId(id)) throw notFound('该视图');
    return this.database.as(viewer, async (tx) => {
      const view = await tx.em.findOne(RegisterViewEntity, { id, owner: viewer.id });
      if (view === null) throw notFound('该视图');
      tx.em.assign(view, { ...put, updatedAt: this.clock.now() });
      await once(put.name, () => tx.flush());
      return viewOf(view, viewer);
    });
  }

  /** @throws ProblemError 404, also for a view of somebody else */
  async remove(viewer: Principal, id: string): Promise<void> {
    requireRegister(viewer);
    if (!isId(id)) throw notFound('该视图');
    await this.database.as(viewer, async ({ em }) => {
      const view = await em.findOne(RegisterViewEntity, { id, owner: viewer.id });
      if (view === null) throw notFound('该视图');
      em.remove(view);
    });
  }
}

function viewOf(row: ViewRow, viewer: Principal): RegisterView {
  const { id, name, shared, columns, filters, sort, owner, ownerName, updatedAt } = row;
  return {
    ...{ id, name, shared, columns, filters, sort },
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
