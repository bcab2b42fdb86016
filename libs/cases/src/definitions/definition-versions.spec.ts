import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  defineWorkflow,
  definitionParts,
  type Definition,
  type DefinitionIdentity,
  type DefinitionMigration,
} from '@lawgate/engine';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import type { MigratedCase } from '../commit/case-migrations.ts';
import { StaleCaseError } from '../commit/case-store.ts';
import { verifyChain, type ChainLink, type LoadedCase } from '../read/loaded-case.ts';
import { DefinitionRegistry } from './definition-registry.ts';
import { recordDefinitionVersions } from './definition-versions.ts';
import { systemPrincipal } from '../later/deliverer.ts';
import { errandMigration as migration, firstErrand as first, secondErrand as second } from './two-versions.fixtures.ts';
import {
  anotherRuntime,
  errandInput,
  openTown,
  organisations,
  people,
  whileLosing,
  type Town,
} from '../runtime.fixtures.ts';

const { li, zhao, qian } = people;
let db: TestDatabase;
let town: Town;
let both: Town['runtime'];
const system = systemPrincipal(organisations.hill.id, organisations.hill.path);
const whole = (after: LoadedCase): LoadedCase => after;
const under = (runtime: Town['runtime'], by: typeof li, caseId: string, type: string, payload: unknown = {}) =>
  runtime.send(by, { caseId, event: { type, payload } }, whole).then(({ body }) => body);
const installed = (...definitions: Definition[]): Town['runtime'] =>
  anotherRuntime({ ...town, definitions: new DefinitionRegistry(definitions) }, db.appPool);

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  both = installed(second(), first);
}, 120_000);
afterAll(() => db.drop());

describe('the registry', () => {
  const registry = new DefinitionRegistry([second(), first]);

  it('offers the newest version to new cases, and its own to an old case', () => {
    expect(registry.all().map(({ version }) => version)).toEqual([2]);
    expect(registry.everyVersion().map(({ version }) => version)).toEqual([1, 2]);
    expect(registry.find('errand')?.version).toBe(2);
    expect(registry.ofCase({ definitionKey: 'errand', definitionVersion: 1 })).toBe(first);
    expect(registry.find('errand', 3)).toBeNull();
    expect(() => registry.ofCase({ definitionKey: 'errand', definitionVersion: 3 })).toThrow('"errand" version 3');
    expect(() => registry.newest('nothing')).toThrow('"nothing"');
  });

  it('has a label that only an older version has', () => {
    const clockLabel = (key: string) => registry.wordFor('errand', ({ clocks }) => clocks[key]?.label);
    expect([clockLabel('mending'), clockLabel('supplement'), clockLabel('none')]).toEqual([
      '补正时限',
      '补正期限',
      null,
    ]);
  });

  it('refuses a duplicate version, and checks only the newest', () => {
    expect(() => new DefinitionRegistry([first, defineWorkflow(errandInput())])).toThrow('key-duplicate');
    const unsound = (version: number) => defineWorkflow({ ...errandInput(), version, label: '' });
    expect(() => new DefinitionRegistry([second(), unsound(1)])).not.toThrow();
    expect(() => new DefinitionRegistry([first, unsound(2)])).toThrow('label-missing');
  });
});

describe('an open case, when a version is added', () => {
  it('is read and completed under its own, while a new one begins under the newest', async () => {
    const { id } = await town.submitted();
    expect((await both.read(zhao, id)).case).toMatchObject({ state: 'working', stored: { definitionVersion: 1 } });
    expect((await under(both, zhao, id, 'finish')).state).toBe('signing');
    await under(both, qian, id, 'sign-off', { conclusion: 'agree' });
    const done = await under(both, li, id, 'adoption.record', { adoption: 'full' });
    expect([done.status, done.stored.definitionVersion]).toEqual(['done', 1]);

    const created = await both.create(li, { category: 'errand', title: '新事项', fields: {} }, whole);
    expect(created.body.stored.definitionVersion).toBe(2);
    expect((await under(both, li, created.body.id, 'submit')).state).toBe('handling');
  });
});

describe('a migration', () => {
  const wanted = { key: 'errand', from: 1, to: 2 };
  const tried = ({ migrations }: Town['runtime']) => migrations.tryAll(system, wanted);
  const run = async ({ migrations }: Town['runtime']): Promise<MigratedCase[]> => {
    const done: (MigratedCase | null)[] = [];
    for (const id of await migrations.openCases(system, wanted)) {
      const order = { by: '周管理员', reason: '柳政发〔2026〕9号' };
      done.push(await migrations.migrate(system, id, migrations.find(wanted), order));
    }
    return done.filter((each) => each !== null);
  };
  const rowOf = async (id: string) =>
    (
      await db.ownerPool.query(
        'select state, definition_version as version, version as "of" from review_case where id = $1',
        [id],
      )
    ).rows[0];

  it('as a dry run lists the changes and writes nothing', async () => {
    const { id } = await town.submitted();
    const before = await rowOf(id);
    expect((await tried(both)).find(({ caseId }) => caseId === id)).toEqual({
      caseId: id,
      stage: '办理',
      toStage: '办理',
      changes: [
        { part: 'state', text: '环节“办理”（working）改为“办理”（handling）' },
        { part: 'context', text: '案件内容有改动：hurried' },
      ],
      refusals: [],
      written: false,
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it('keeps state, context, tasks and clocks, is in the history, and the case continues under the new version', async () => {
    const working = await town.submitted();
    const waiting = await town.submitted();
    const draft = await town.draft();
    await town.send(zhao, waiting.id, 'supplement.request');
    const moved = await run(both);
    const ofWaiting = moved.find(({ caseId }) => caseId === waiting.id);
    expect(ofWaiting).toMatchObject({
      written: true,
      changes: [
        { part: 'context', text: '案件内容有改动：hurried' },
        { part: 'task', text: '任务“补正材料”改为“补正材料”，已有的办理情况保留' },
        { part: 'clock', text: '期限“补正期限”改为“补正时限”，仍自2024-02-08起算' },
      ],
    });
    expect(await rowOf(working.id)).toMatchObject({ state: 'handling', version: 2 });
    expect(await rowOf(draft.id)).toMatchObject({ state: 'draft', version: 2 });

    const read = (await both.read(zhao, waiting.id)).case;
    const last = JSON.parse(read.history.at(-1)?.body ?? '{}') as Record<string, unknown>;
    expect(last).toMatchObject({
      type: 'version.migrated',
      actor: null,
      payload: {
        from: 1,
        to: 2,
        orderedBy: '周管理员',
        reason: '柳政发〔2026〕9号',
        changes: ofWaiting?.changes.map(({ text }) => text),
      },
      effects: [
        expect.stringMatching(/^closeTask:supplement:/),
        expect.stringMatching(/^openTask:mending:/),
        `grantAccess:${li.id}`,
        'stopClock:supplement',
        'startClock:mending',
      ],
    });
    const due = Object.fromEntries(read.clocks.map(({ state }) => [state.key, [state.status, state.dueOn]]));
    expect(due).toEqual({
      review: ['paused', null],
      supplement: ['stopped', expect.anything()],
      mending: ['running', '2024-02-28'],
    });
    const links = await db.ownerPool.query<ChainLink>(
      `select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq`,
      [waiting.id],
    );
    expect(verifyChain(links.rows, read.lastHash)).toEqual({ intact: true });

    // A process that had cached the case continues from the migrated one.
    await under(town.runtime, li, waiting.id, 'note', { text: '注' }).catch(() => null);
    expect((await under(both, li, waiting.id, 'supplement.provide')).state).toBe('handling');
    expect((await under(both, zhao, waiting.id, 'finish')).state).toBe('signing');
    expect((await run(both)).filter(({ written }) => written)).toEqual([]);
  });

  it('leaves a case under its own version where it cannot be migrated, and lists every reason', async () => {
    const { id } = await town.submitted();
    await town.send(zhao, id, 'supplement.request');
    const silent = installed(second([{ key: 'errand', from: 1, to: 2 }]), first);
    const before = await rowOf(id);
    const kept = (await run(silent)).find(({ caseId }) => caseId === id);
    expect(kept).toMatchObject({ written: false, changes: [] });
    expect(kept?.refusals).toEqual([
      {
        rule: 'migration.clock-missing',
        message: expect.stringContaining('期限“补正期限”（supplement）在新版本中没有'),
      },
    ]);
    expect(await rowOf(id)).toEqual(before);
    await under(silent, li, id, 'supplement.provide');
    const homeless = (await run(silent)).find(({ caseId }) => caseId === id);
    expect(homeless?.refusals).toEqual([
      { rule: 'migration.state-missing', message: expect.stringContaining('新版本没有环节“working”') },
    ]);
  });

  it('that throws for one case lists it with the reason, and migrates the others', async () => {
    const [broken, sound] = [await town.submitted(), await town.submitted()];
    await town.send(zhao, sound.id, 'supplement.request');
    const context: DefinitionMigration['context'] = (before) => before;
    const refuses: DefinitionMigration['refuses'] = ({ tasks }) => {
      if (tasks['supplement'] === undefined) throw new TypeError('no supplement');
      return null;
    };
    const moved = await run(installed(second([{ ...migration, context, refuses }]), first));
    expect(moved.find(({ caseId }) => caseId === broken.id)).toMatchObject({
      stage: '办理',
      written: false,
      refusals: [{ rule: 'migration.function-failed', message: expect.stringContaining('refuses 函数对该案件出错') }],
    });
    expect(moved.find(({ caseId }) => caseId === sound.id)).toMatchObject({ written: true, refusals: [] });
    expect(await rowOf(broken.id)).toMatchObject({ version: 1 });
  });

  it('of a case that loses every race ends, and the case is not changed', async () => {
    const { id } = await town.submitted();
    const before = await rowOf(id);
    const busy = installed(second(), first);
    const [moved] = await whileLosing(new StaleCaseError(2), () => run(busy));
    expect(moved.find(({ caseId }) => caseId === id)).toMatchObject({
      stage: '办理',
      written: false,
      refusals: [{ rule: 'case.version-conflict', message: expect.stringContaining('稍后再迁移') }],
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it('that is not installed is not there', async () => {
    await expect(tried(installed(first))).rejects.toMatchObject({ status: 404 });
    await expect(both.migrations.tryAll(system, { key: 'errand', from: 2, to: 1 })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a start', () => {
  const identity = (definition: Definition): DefinitionIdentity => {
    const parts = definitionParts(definition);
    return { hash: JSON.stringify(parts), parts };
  };
  const start = (...definitions: Definition[]): Promise<void> =>
    recordDefinitionVersions(db.ownerPool, definitions, identity);

  it('is refused where open cases belong to a version that is not installed', async () => {
    await town.submitted();
    await expect(start(second())).rejects.toMatchObject({
      code: 'workflows.version-missing',
      message: expect.stringMatching(/errand 第1版（在办案件\d+件）/),
    });
    await start(second(), first);
  });

  it('is refused where a used version has changed, with the names of the changed parts', async () => {
    const input = errandInput();
    const changed = defineWorkflow({
      ...input,
      events: { ...input.events, note: { ...input.events.note, label: '备注' } } as typeof input.events,
      clocks: {
        ...input.clocks,
        review: { ...input.clocks.review, limit: () => ({ value: 6, unit: 'workday' }) },
      } as never,
    });
    await expect(start(second(), changed)).rejects.toMatchObject({
      code: 'workflows.version-changed',
      message: expect.stringContaining('errand 第1版：event note、clock review'),
    });
    await start(second(), first);
  });

  it('accepts a change of a version that no case has used', async () => {
    const third = (label: string) => defineWorkflow({ ...errandInput(), version: 3, label });
    await start(third('甲'), second(), first);
    await start(third('乙'), second(), first);
    const recorded = await db.ownerPool.query('select version from definition_version where hash = $1', [
      identity(third('乙')).hash,
    ]);
    expect(recorded.rows).toEqual([{ version: 3 }]);
  });

  it('in two processes at once records each version once', async () => {
    await Promise.all([start(second(), first), start(second(), first), start(second(), first)]);
    const recorded = await db.ownerPool.query('select count(*)::int as n from definition_version where version < 3');
    expect(recorded.rows).toEqual([{ n: 2 }]);
  });
});
