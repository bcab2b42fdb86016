import { civilDateOf, workingDaysBetween } from '@lawgate/calendar';
import type { Principal, QueueTask, TaskCounts, TaskQuery } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { encodeCursor } from '@lawgate/http';
import { StandInDirectory } from '../commit/step-environment.ts';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Page } from './case-list.service.ts';
import { readList } from './list-statement.ts';
import {
  cursorOf,
  taskCountStatement,
  taskPageStatement,
  type Queue,
  type TaskCountRow,
  type TaskPageRow,
} from './task-page.ts';

/** The queue of a person (待办). */
@Injectable()
export class TaskQueueService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly definitions: DefinitionRegistry,
    private readonly calendars: CalendarStore,
    private readonly standIns: StandInDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Tasks held by the person and by those for whom they stand in today, and tasks open to their roles in their own
   * organisation.
   */
  async tasks(principal: Principal, query: TaskQuery): Promise<Page<QueueTask>> {
    const today = civilDateOf(this.clock.now());
    const { queue, names } = await this.#queueOf(principal);
    const statement = taskPageStatement(queue, query, today);
    const rows = await asViewer(this.pool, principal, (client) => readList<TaskPageRow>(client, statement));
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const calendar = this.calendars.current();
    return {
      items: shown.map((row) => ({
        id: row.id,
        key: row.key,
        label: row.label,
        role: row.role,
        holder: row.holder === null ? null : { id: row.holder, name: names.get(row.holder) ?? '' },
        dueOn: row.dueOn,
        provisional: row.provisional,
        openedAt: row.openedAt.toISOString(),
        remaining: row.dueOn === null ? null : workingDaysBetween(calendar, today, row.dueOn),
        case: {
          id: row.caseId,
          title: row.title,
          category: row.category,
          categoryLabel: this.#label(row.category),
          submittingUnit: row.submittingUnit,
          stage: row.stage,
          version: row.version,
        },
      })),
      next: rows.length > query.limit && last ? encodeCursor(cursorOf(query, last)) : null,
    };
  }

  /** The figures of the same queue. */
  async counts(principal: Principal): Promise<TaskCounts> {
    const { queue } = await this.#queueOf(principal);
    const today = civilDateOf(this.clock.now());
    const rows = await asViewer(this.pool, principal, async (client) => {
      const values = [queue.orgPath, queue.holders, queue.roles, today];
      return (await client.query<TaskCountRow>({ ...taskCountStatement, values })).rows;
    });
    const categories = new Map<string, TaskCounts['byCategory'][number]>();
    const keys = new Map<string, TaskCounts['byKey'][number]>();
    const total = { open: 0, dueToday: 0, late: 0 };
    for (const { category, key, label, open, late, dueToday } of rows) {
      total.open += open;
      total.dueToday += dueToday;
      total.late += late;
      const ofCategory = categories.get(category) ?? { category, label: this.#label(category), open: 0, late: 0 };
      categories.set(category, { ...ofCategory, open: ofCategory.open + open, late: ofCategory.late + late });
      const ofKey = keys.get(key) ?? { key, label, open: 0 };
      keys.set(key, { ...ofKey, open: ofKey.open + open });
    }
    return { ...total, byCategory: [...categories.values()], byKey: [...keys.values()] };
  }

  async #queueOf(principal: Principal): Promise<{ queue: Queue; names: ReadonlyMap<string, string> }> {
    const stoodInFor = await this.standIns.stoodInFor(principal.id, civilDateOf(this.clock.now()));
    const names = new Map([
      [principal.id, principal.name],
      ...stoodInFor.map(({ person, name }): [string, string] => [person, name]),
    ]);
    return { queue: { orgPath: principal.orgPath, holders: [...names.keys()], roles: principal.roles }, names };
  }

  #label(category: string): string {
    return this.definitions.find(category)?.label ?? category;
  }
}
