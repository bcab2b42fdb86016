/** Works stored cases to their end with the people of the database, through the runtime, as the definitions require. */
import { createHash } from 'node:crypto';
import { civilDateOf } from '@lawgate/calendar';
import { scopeOf, type Principal } from '@lawgate/contracts';
import {
  initialState,
  requiredMaterials,
  step,
  tasksOf,
  type CaseEvent,
  type Definition,
  type Role,
  type StepEnvironment,
} from '@lawgate/engine';
import { actorOf, DocumentWriter, type CaseRuntime, type LoadedCase, type OpenRuntime } from '@lawgate/cases';
import type pg from 'pg';

/** Maximum number of events of a case from any state, including another round of the review. */
const maxEvents = 40;

export class CaseWorker {
  readonly #runtime: CaseRuntime;
  readonly #people: readonly Principal[];
  readonly #today: string;
  readonly #documents: DocumentWriter;

  /** @param parts opened with role `lawgate_app`; every day of an example becomes the day of their clock */
  constructor(
    { runtime, appPool, clock }: Pick<OpenRuntime, 'runtime' | 'appPool' | 'clock'>,
    people: readonly Principal[],
  ) {
    this.#runtime = runtime;
    this.#documents = new DocumentWriter(appPool, clock);
    this.#people = people;
    this.#today = civilDateOf(clock.now());
  }

  /**
   * Sends events until the case has ended: by the person of an open task, the first event of the standard order that
   * the definition accepts, otherwise the first one that completes the task.
   *
   * @returns types of the events. @throws Error when nobody can act on an open task
   */
  async workToEnd(definition: Definition, caseId: string, orgId: string): Promise<string[]> {
    const sent: string[] = [];
    let current = await this.#view(this.#withRole('reviewer', orgId), caseId);
    await this.#handInMissing(definition, current);
    while (current.status === 'active') {
      if (sent.length === maxEvents) throw new Error(`${caseId} does not end: ${sent.join(', ')}`);
      const next = await this.#next(definition, current);
      const answer = await this.#runtime.send(next.by, { caseId, event: next.event }, (after) => after);
      sent.push(next.event.type);
      current = answer.body;
    }
    return sent;
  }

  /** Submits the required materials that a draft lacks. */
  async #handInMissing(definition: Definition, current: LoadedCase): Promise<void> {
    if (current.state !== initialState(definition)) return;
    const drafter = this.#people.find(({ id }) => id === current.createdBy);
    if (drafter === undefined) throw new Error(`${current.id}: the drafter is not in the database`);
    const given = current.documents.map(({ kind }) => kind);
    for (const { kind, label } of requiredMaterials(definition, current.stored.context)) {
      if (given.includes(kind)) continue;
      const content = Buffer.from(label);
      const hash = (name: string): string => createHash(name).update(content).digest('hex');
      await this.#documents.write(drafter, current, {
        kind,
        name: `${label}.txt`,
        size: content.length,
        mediaType: 'text/plain',
        sha256: hash('sha256'),
        sm3: hash('sm3'),
      });
    }
  }

  async #next(definition: Definition, current: LoadedCase): Promise<{ by: Principal; event: CaseEvent }> {
    for (const task of current.tasks) {
      const role = task.role as Role;
      const holder = task.holder === null ? undefined : this.#people.find(({ id }) => id === task.holder);
      // A person from a past register has no account: the director transfers the task to somebody who has one.
      if (task.holder !== null && holder === undefined) {
        const payload = { task: task.key, from: task.holder, to: this.#withRole(role, current.orgId).id };
        return { by: this.#withRole('director', current.orgId), event: { type: 'task.transfer', payload } };
      }
      const by = holder ?? this.#withRole(role, current.orgId);
      const { case: seen, env } = await this.#runtime.read(by, current.id);
      const people = Object.fromEntries(this.#people.map((person) => [person.id, actorOf(person)]));
      const completing = tasksOf(definition).get(task.key)?.completes ?? [];
      for (const type of [...definition.course.filter((each) => completing.includes(each)), ...completing]) {
        const event = this.#accepted(definition, seen, { ...env, people }, type);
        if (event !== null) return { by, event };
      }
    }
    const open = current.tasks.map(({ key }) => key).join(', ');
    throw new Error(`${definition.key} ${current.id} in ${current.state}: nobody can do anything about [${open}]`);
  }

  /** The first example of the event that the definition accepts now. */
  #accepted(definition: Definition, seen: LoadedCase, env: StepEnvironment, type: string): CaseEvent | null {
    for (const example of definition.events[type]?.examples ?? []) {
      const event: CaseEvent = {
        type,
        payload: this.#real(example, seen.orgId),
        overrides: { 'deliberation.floor': '会议日程已定，主要负责人同意提前讨论' },
      };
      if (step(definition, seen.stored, event, env).ok) return event;
    }
    return null;
  }

  /** An example with the clock's day and a real adviser. */
  #real(example: unknown, orgId: string): unknown {
    const text = JSON.stringify(example, (_key, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.#today;
      return /^adviser-/.test(value) ? this.#withRole('adviser', orgId).id : value;
    });
    return JSON.parse(text);
  }

  #withRole(role: Role, orgId: string): Principal {
    const found = this.#people.find((person) => person.orgId === orgId && person.roles.includes(role));
    if (found === undefined) throw new Error(`nobody in ${orgId} is ${role}`);
    return found;
  }

  async #view(by: Principal, caseId: string): Promise<LoadedCase> {
    return (await this.#runtime.read(by, caseId)).case;
  }
}

/** The active people of all organisations, in the order in which they were entered. */
export async function peopleOf(owner: pg.Pool): Promise<Principal[]> {
  const { rows } = await owner.query<Omit<Principal, 'scope'>>(
    `select p.id, p.name, p.username, o.id as "orgId", o.name as "orgName", o.path as "orgPath", p.roles, p.qualifications
       from person p join organisation o on o.id = p.org_id where p.active order by p.created_at, p.id`,
  );
  return rows.map((row) => ({ ...row, scope: scopeOf(row.roles) }));
}
