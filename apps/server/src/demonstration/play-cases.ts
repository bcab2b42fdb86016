/** Plays the live cases through the engine: every act by a person, at its time, in the order of time. */
import { Readable } from 'node:stream';
import { addCalendarDays, addWorkingDays, civilDateOf, instantOf, type Calendar } from '@lawgate/calendar';
import type { CaseRuntime, DocumentWriter } from '@lawgate/cases';
import type { Principal } from '@lawgate/contracts';
import type { Database, SimulatedClock } from '@lawgate/database';
import { ComparisonService, startComparison, type DocumentReader, type DocumentTables } from '@lawgate/documents';
import type { ContentStore } from '@lawgate/files';
import type { Around, LiveCase, When, Who } from './live-case.ts';
import { materialFiles, mediaType } from './material-files.ts';

export interface PlayParts {
  readonly runtime: CaseRuntime;
  readonly writer: DocumentWriter;
  readonly contentStore: ContentStore;
  readonly clock: SimulatedClock;
  readonly calendar: Calendar;
  readonly now: Date;
  /** With the role of the application: what a person asks for. */
  readonly database: Database<DocumentTables>;
  /** With the role of the worker: what was handed in is read and compared. */
  readonly reader: DocumentReader;
}

export type Cast = Readonly<Record<Who, Principal>>;

/** Cases of one town with the people of that town. */
export interface Scene {
  readonly cases: readonly LiveCase[];
  readonly cast: Cast;
}

interface Step {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

/**
 * The order of time matters across cases: a number that is taken later is a higher one.
 *
 * @throws ProblemError when the engine refuses an act
 */
export async function playCases(parts: PlayParts, scenes: readonly Scene[]): Promise<void> {
  const steps = scenes.flatMap(({ cases, cast }) => cases.flatMap((each) => stepsOf(parts, each, cast)));
  for (const { at, run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    parts.clock.set(at);
    await run();
  }
}

function stepsOf(parts: PlayParts, live: LiveCase, cast: Cast): Step[] {
  const { runtime } = parts;
  const around = aroundOf(parts, cast);
  const instant = (when: When): Date => instantBefore(parts, when);
  let caseId = '';
  const create = async (): Promise<void> => {
    const { category, title, fields } = live;
    const given = { category, title, fields: { ...valueOf(fields, around) } };
    caseId = (await runtime.create(cast.clerk, given, (after) => after.id)).body;
    await addMaterials(parts, cast.clerk, caseId, live.materials);
  };
  const acts = live.acts.map(([when, by, type, payload = {}]) => ({
    at: instant(when),
    run: async (): Promise<void> => {
      const event = { type, payload: valueOf(payload, around) };
      await runtime.send(cast[by], { caseId, event }, () => null);
    },
  }));
  const { sealed } = live;
  const seal = { at: instant(sealed?.when ?? live.drafted), run: () => handInSealed(parts, cast.clerk, caseId, live) };
  return [{ at: instant(live.drafted), run: create }, ...acts, ...(sealed === undefined ? [] : [seal])];
}

/** Hands in the sealed copy, has it compared with the reviewed text, and accepts the result with the reason. */
async function handInSealed(parts: PlayParts, by: Principal, caseId: string, { sealed }: LiveCase): Promise<void> {
  if (sealed === undefined) return;
  const { runtime, database, reader, clock } = parts;
  await addMaterials(parts, by, caseId, sealed.materials);
  const { case: loaded } = await runtime.read(by, caseId);
  const [left, right] = ['draft', 'sealed-copy'].map((of) => loaded.documents.findLast(({ kind }) => kind === of)?.id);
  if (left === undefined || right === undefined) throw new Error(`${sealed.materials} has no sealed copy`);
  const start = { principal: by, loaded, left, right, at: clock.now() };
  const id = await database.as(by, (tx) => startComparison(tx, start));
  const { signal } = new AbortController();
  for (const document of [left, right]) await reader.read(document, signal);
  await reader.compare(id, signal);
  const comparisons = new ComparisonService(runtime, database, clock);
  await comparisons.accept(by, caseId, id, { reason: sealed.reason }, null);
}

async function addMaterials(parts: PlayParts, by: Principal, caseId: string, name: string): Promise<void> {
  const { runtime, writer, contentStore } = parts;
  const inWords = (workingDays: number): string => {
    const [year, month, day] = dayBefore(parts, workingDays).split('-').map(Number);
    return `${year}年${month}月${day}日`;
  };
  for (const { kind, name: fileName, content: bytes } of await materialFiles(name, inWords)) {
    const content = await contentStore.receive(Readable.from([bytes]));
    await content.keep();
    const { size, sha256, sm3 } = content;
    const { case: to } = await runtime.read(by, caseId);
    await writer.write(by, to, { kind, name: fileName, size, mediaType, sha256, sm3 });
  }
}

function aroundOf(parts: PlayParts, cast: Cast): Around {
  return {
    before: (workingDays) => dayBefore(parts, workingDays),
    after: (days) => addCalendarDays(civilDateOf(parts.now), days),
    person: (who) => cast[who].id,
  };
}

const valueOf = <T>(given: T | ((around: Around) => T), around: Around): T =>
  typeof given === 'function' ? (given as (around: Around) => T)(around) : given;

function dayBefore({ calendar, now }: Pick<PlayParts, 'calendar' | 'now'>, workingDays: number): string {
  return addWorkingDays(calendar, civilDateOf(now), -workingDays);
}

/** Never later than now. */
export function instantBefore(parts: Pick<PlayParts, 'calendar' | 'now'>, [workingDays, time]: When): Date {
  return new Date(Math.min(Date.parse(instantOf(dayBefore(parts, workingDays), time)), parts.now.getTime()));
}
