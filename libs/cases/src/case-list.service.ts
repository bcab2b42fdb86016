import { workingDaysBetween, civilDateOf } from '@lawgate/calendar';
import type { CaseQuery, CaseSummary, Principal, QueueTask, TaskQuery } from '@lawgate/contracts';
import {
  CalendarStore,
  CLOCK,
  decodeCursor,
  DefinitionRegistry,
  encodeCursor,
  ReadModel,
  StandInDirectory,
  type Clock,
} from '@lawgate/runtime';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CaseEntity, type CaseRow } from './case.entity.ts';
import { TaskEntity, type TaskRow } from './task.entity.ts';

export interface Page<T> {
  readonly items: T[];
  /** Give it back as `cursor` for the next page; null on the last one. */
  readonly next: string | null;
}

const CaseCursor = z.tuple([z.iso.datetime(), z.uuid()]);
const TaskCursor = {
  due: z.tuple([z.iso.date().nullable(), z.uuid()]),
  opened: z.tuple([z.iso.datetime(), z.uuid()]),
};

@Injectable()
export class CaseListService {
  constructor(
    private readonly reads: ReadModel,
    private readonly definitions: DefinitionRegistry,
    private readonly calendars: CalendarStore,
    private readonly standIns: StandInDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Cases that the person may see, newest first. */
  async cases(principal: Principal, query: CaseQuery): Promise<Page<CaseSummary>> {
    const conditions: FilterQuery<CaseRow>[] = [];
    if (query.category !== undefined) conditions.push({ category: query.category });
    if (query.status !== undefined) conditions.push({ status: query.status });
    if (query.state !== undefined) conditions.push({ state: query.state });
    if (query.organisation !== undefined)
      conditions.push({ orgPath: { $like: `%/${likeText(query.organisation)}/%` } });
    if (query.q !== undefined) conditions.push({ title: { $ilike: `%${likeText(query.q)}%` } });
    if (query.from !== undefined) conditions.push({ createdAt: { $gte: new Date(`${query.from}T00:00:00+08:00`) } });
    if (query.to !== undefined) conditions.push({ createdAt: { $lte: new Date(`${query.to}T23:59:59.999+08:00`) } });
    if (query.cursor !== undefined) {
      const [createdAt, id] = decodeCursor(query.cursor, CaseCursor);
      const at = new Date(createdAt);
      conditions.push({ $or: [{ createdAt: { $lt: at } }, { createdAt: at, id: { $lt: id } }] });
    }
    const rows = await this.reads
      .for(principal)
      .find(CaseEntity, { $and: conditions }, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        category: row.category,
        categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
        title: row.title,
        organisation: { id: row.orgId, path: row.orgPath },
        state: row.state,
        stage: row.stage,
        status: row.status,
        version: row.version,
        dueOn: row.dueOn ?? null,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      })),
      next: rows.length > query.limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    };
  }

  /** The person's queue: what he and those for whom he stands in today hold, and what is open to his roles in his own organisation. */
  async tasks(principal: Principal, query: TaskQuery): Promise<Page<z.infer<typeof QueueTask>>> {
    const today = civilDateOf(this.clock.now());
    const stoodInFor = await this.standIns.stoodInFor(principal.id, today);
    const holders = new Map([[principal.id, principal.name], ...stoodInFor.map(nameById)]);
    const conditions: FilterQuery<TaskRow>[] = [
      { status: 'open', orgPath: principal.orgPath },
      { $or: [{ holder: { $in: [...holders.keys()] } }, { holder: null, role: { $in: [...principal.roles] } }] },
    ];
    if (query.cursor !== undefined) {
      const [value, id] = decodeCursor<[string | null, string]>(query.cursor, TaskCursor[query.sort]);
      conditions.push(afterTask(query.sort, value, id));
    }
    const orderBy =
      query.sort === 'due'
        ? ({ dueOn: 'asc nulls last', id: 'asc' } as const)
        : ({ openedAt: 'asc', id: 'asc' } as const);
    const rows = await this.reads
      .for(principal)
      .find(TaskEntity, { $and: conditions }, { orderBy, limit: query.limit + 1, populate: ['case'] });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const calendar = this.calendars.current();
    return {
      items: shown.map((row) => ({
        id: row.id,
        key: row.key,
        label: row.label,
        role: row.role,
        holder: row.holder == null ? null : { id: row.holder, name: holders.get(row.holder) ?? '' },
        dueOn: row.dueOn ?? null,
        provisional: row.provisional,
        openedAt: row.openedAt.toISOString(),
        remaining: row.dueOn == null ? null : workingDaysBetween(calendar, today, row.dueOn),
        case: {
          id: row.case.id,
          title: row.case.title,
          category: row.case.category,
          stage: row.case.stage,
          version: row.case.version,
        },
      })),
      next:
        rows.length > query.limit && last
          ? encodeCursor([query.sort === 'due' ? (last.dueOn ?? null) : last.openedAt.toISOString(), last.id])
          : null,
    };
  }
}

function nameById({ person, name }: { person: string; name: string }): [string, string] {
  return [person, name];
}

function afterTask(sort: TaskQuery['sort'], value: string | null, id: string): FilterQuery<TaskRow> {
  if (sort === 'opened') {
    const at = new Date(value ?? 0);
    return { $or: [{ openedAt: { $gt: at } }, { openedAt: at, id: { $gt: id } }] };
  }
  // Tasks without a due date come last.
  if (value === null) return { dueOn: null, id: { $gt: id } };
  return { $or: [{ dueOn: { $gt: value } }, { dueOn: value, id: { $gt: id } }, { dueOn: null }] };
}

/** What a person typed, with the wildcards of LIKE taken as themselves. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
