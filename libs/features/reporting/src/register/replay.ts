/**
 * Replays a register through the engine under a simulated clock: the same steps, rules, numbers and counts as live
 * cases.
 */
import {
  addCalendarDays,
  addWorkingDays,
  civilDateOf,
  instantOf,
  nextWorkingDay,
  type CivilDate,
} from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { dayFields, possibleEvents, type Definition } from '@lawgate/engine';
import {
  actorOf,
  latestClocks,
  systemPrincipal,
  type LoadedCase,
  type PastNumber,
  type RuntimeParts,
} from '@lawgate/cases';
import type { SimulatedClock } from '@lawgate/database';
import { Agenda } from './agenda.ts';
import { parseNumber, RegisterError, type RegisterRow } from './register-file.ts';
import { exampleOf, planRow, type PlannedEvent } from './row-plan.ts';

/** The people of the town who take the place of the names in the register. */
export interface Cast {
  readonly clerk: Principal;
  readonly intake: Principal;
  readonly director: Principal;
  readonly leader: Principal;
  readonly archivist: Principal;
  /** By the name in the register. */
  readonly advisers: Readonly<Record<string, Principal>>;
}

export interface ReplayParts extends Pick<RuntimeParts, 'runtime' | 'definitions' | 'calendars'> {
  readonly clock: SimulatedClock;
  /** Uploads one document of a material kind. */
  readonly addDocument: (by: Principal, caseId: string, kind: string, title: string) => Promise<void>;
  /** Makes a number series that has not begun continue after `last`. */
  readonly continueSeries: (orgId: string, code: string, year: number, last: number) => Promise<void>;
}

export interface ReplayOptions {
  /** Back-dated cases are counted like others but send no notices, because their events are years old. */
  readonly backDated: boolean;
  /** Drives concluded cases on to the archive. */
  readonly complete: boolean;
  /**
   * For one row of an imported register: its case keeps the row's data, even where the series would give another
   * number.
   */
  readonly past?: PastRow;
}

export interface PastRow {
  readonly caseId: string;
  /** The number of the opinion letter; other papers of the time get none. */
  readonly number: PastNumber | null;
  /** Stored in the history of the case's creation. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Events after this instant are left to people. */
  readonly until: Date;
  /** Text in the place of the adviser's opinion. */
  readonly opinion: string;
}

interface Running {
  readonly row: RegisterRow;
  readonly definition: Definition;
  caseId: string | null;
}

type Step = { readonly of: Running } & (
  | { readonly kind: 'create' }
  | { readonly kind: 'event'; readonly event: PlannedEvent }
  | { readonly kind: 'expire' }
  | { readonly kind: 'onward' }
);

/** The event that issues the opinion letter; later events are not planned from the row. */
const letter = 'sign-off';

/** A report is filed this many days after the act, if its clock leaves that much time. */
const daysBeforeFiling = 10;

export class RegisterReplay {
  readonly #agenda = new Agenda<Step>();

  constructor(
    private readonly parts: ReplayParts,
    private readonly cast: Cast,
    private readonly options: ReplayOptions,
  ) {}

  /**
   * @returns how many cases were made
   * @throws RegisterError with the line whose replay the engine refused, or whose number differs
   */
  async run(rows: readonly RegisterRow[]): Promise<number> {
    const { past } = this.options;
    if (past === undefined) await this.#continueSeries(rows);
    for (const row of rows) {
      const definition = this.parts.definitions.all().find((candidate) => candidate.label === row.category);
      if (definition === undefined)
        throw new RegisterError('register.row-invalid', row.line, `没有类别“${row.category}”`);
      this.#agenda.add(instantOf(row.receivedOn, '09:00'), { kind: 'create', of: { row, definition, caseId: null } });
    }
    for (let next = this.#agenda.take(); next !== null; next = this.#agenda.take()) {
      if (past !== undefined && next.at > past.until) break;
      this.parts.clock.set(next.at);
      try {
        await this.#perform(next.item);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { row } = next.item.of;
        throw new RegisterError('register.replay-failed', row.line, `${row.title}：${error.message}`);
      }
    }
    return rows.length;
  }

  async #perform(step: Step): Promise<void> {
    switch (step.kind) {
      case 'create':
        return this.#create(step.of);
      case 'event':
        return this.#event(step.of, step.event);
      case 'expire':
        await this.#send(
          systemPrincipal(this.cast.clerk.orgId, this.cast.clerk.orgPath),
          step.of,
          'supplement.expire',
          {},
        );
        return;
      case 'onward':
        return this.#goOn(step.of);
    }
  }

  async #create(running: Running): Promise<void> {
    const { row, definition } = running;
    const { clerk, advisers } = this.cast;
    const { past } = this.options;
    const created = await this.parts.runtime.create(
      clerk,
      {
        category: definition.key,
        title: row.title,
        fields: { submittingUnit: row.unit },
        backDated: this.options.backDated,
        ...(past === undefined ? {} : { id: past.caseId, evidence: past.evidence }),
      },
      (after) => after.id,
    );
    running.caseId = created.body;
    for (const material of definition.materials.filter(({ required }) => required)) {
      await this.parts.addDocument(clerk, created.body, material.kind, `${row.title}（${material.label}）`);
    }
    const adviser = row.adviser === null ? null : (advisers[row.adviser] ?? null);
    if (row.adviser !== null && adviser === null) {
      throw new RegisterError('register.row-invalid', row.line, `没有法律顾问“${row.adviser}”`);
    }
    for (const event of planRow(row, definition, this.parts.calendars.current(), adviser?.id ?? null, past?.opinion)) {
      this.#agenda.add(event.at, { kind: 'event', of: running, event });
    }
  }

  async #event(running: Running, event: PlannedEvent): Promise<void> {
    const { row } = running;
    const by = event.by === 'adviser' ? this.cast.advisers[row.adviser ?? ''] : this.cast[event.by as 'clerk'];
    if (by === undefined) throw new RegisterError('register.row-invalid', row.line, `没有人可以办理“${event.type}”`);
    const after = await this.#send(by, running, event.type, event.payload);
    if (event.type === 'supplement.request') this.#planExpiry(running, after);
    if (event.type === letter) this.#checkNumber(running, after);
    if (event.type === letter && this.options.complete) {
      this.#agenda.add(this.#morningAfter(1), { kind: 'onward', of: running });
    }
  }

  /** A supplement that never arrived is returned on the day after its due date, as the live timer would. */
  #planExpiry(running: Running, after: LoadedCase): void {
    const clock = [...latestClocks(after.clocks).values()].find(({ onDue }) => onDue === 'supplement.expire');
    const dueOn = clock?.state.dueOn;
    if (dueOn != null) this.#agenda.add(instantOf(addCalendarDays(dueOn, 1)), { kind: 'expire', of: running });
  }

  #checkNumber({ row }: Running, after: LoadedCase): void {
    if (this.options.past !== undefined || row.number === null || after.numbers.some(({ text }) => text === row.number))
      return;
    const texts = after.numbers.map(({ text }) => text).join('、');
    throw new RegisterError('register.replay-failed', row.line, `文号应为${row.number}，实际为${texts}`);
  }

  /** The next standard step of a concluded case, until it is archived. */
  async #goOn(running: Running): Promise<void> {
    const next = await this.#nextOnward(running);
    if (next === null) return;
    const earliest = this.#earliest(running, next.type);
    const today = civilDateOf(this.parts.clock.now());
    if (earliest > today) {
      this.#agenda.add(instantOf(earliest, '10:00'), { kind: 'onward', of: running });
      return;
    }
    await this.#send(next.by, running, next.type, this.#onwardPayload(running.definition, next.type, today));
    this.#agenda.add(this.#morningAfter(1), { kind: 'onward', of: running });
  }

  /** Filing happens on the register's day, the act shortly before it; everything else as early as possible. */
  #earliest({ row, definition }: Running, type: string): CivilDate {
    if (row.filedOn === null) return '';
    if (type === 'file') return row.filedOn;
    if (type !== definition.acts.at(-1) || !leavesTimeToFile(definition)) return '';
    return nextWorkingDay(this.parts.calendars.current(), addCalendarDays(row.filedOn, -daysBeforeFiling));
  }

  async #nextOnward(running: Running): Promise<{ by: Principal; type: string } | null> {
    const { clerk, intake, director, leader, archivist } = this.cast;
    const { case: loaded, env } = await this.parts.runtime.read(clerk, running.caseId ?? '');
    const allowed = [clerk, intake, director, leader, archivist].flatMap((by) =>
      possibleEvents(running.definition, loaded.stored, { ...env, actor: actorOf(by) })
        .filter((event) => event.allowed)
        .map(({ type }) => ({ by, type })),
    );
    const { course } = running.definition;
    for (const type of course.slice(course.indexOf(letter) + 1)) {
      const found = allowed.find((candidate) => candidate.type === type);
      if (found !== undefined) return found;
    }
    return null;
  }

  #onwardPayload(definition: Definition, type: string, today: CivilDate): Record<string, unknown> {
    const payload = exampleOf(definition, type);
    const spec = definition.events[type];
    for (const key of spec === undefined ? [] : dayFields(spec)) if (key in payload) payload[key] = today;
    // A register has no archive number, and that of an example would be given to every case.
    delete payload['fileNumber'];
    return payload;
  }

  #morningAfter(workingDays: number): string {
    const today = civilDateOf(this.parts.clock.now());
    return instantOf(addWorkingDays(this.parts.calendars.current(), today, workingDays), '10:00');
  }

  async #send(by: Principal, running: Running, type: string, payload: Record<string, unknown>): Promise<LoadedCase> {
    const { past } = this.options;
    const pastNumber = past === undefined ? undefined : type === letter ? past.number : null;
    const answer = await this.parts.runtime.send(
      by,
      { caseId: running.caseId ?? '', event: { type, payload }, ...(pastNumber === undefined ? {} : { pastNumber }) },
      (after) => after,
    );
    return answer.body;
  }

  /** A register may begin in the middle of a year's series: the series starts at its first number. */
  async #continueSeries(rows: readonly RegisterRow[]): Promise<void> {
    const first = new Map<string, { code: string; year: number; number: number }>();
    for (const row of rows) {
      const number = row.number === null ? null : parseNumber(row.number);
      if (number === null) continue;
      const key = `${number.code}${number.year}`;
      const known = first.get(key);
      if (known === undefined || number.number < known.number) first.set(key, number);
    }
    for (const { code, year, number } of first.values()) {
      await this.parts.continueSeries(this.cast.clerk.orgId, code, year, number - 1);
    }
  }
}

function leavesTimeToFile({ clocks }: Definition): boolean {
  const limit = clocks['filing']?.limit?.({} as never, {});
  return limit?.unit === 'day' && limit.value >= daysBeforeFiling;
}
