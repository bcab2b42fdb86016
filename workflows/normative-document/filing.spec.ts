import { describe, expect, it } from '@jest/globals';
import { possibleEvents, stageOf, type StepEnvironment } from '@lawgate/engine';
import { DrivenCase, toLetter } from '../shared/driving.fixtures.ts';
import { exampleDay as on } from '../shared/examples.ts';
import { people } from '../shared/walking.fixtures.ts';
import { definition } from './definition.ts';

const { drafter, reviewer, archivist, leader } = people;

const everybody = { parameters: { 'filing.congress.limit': 30, 'filing.party.limit': 7 } };
const government = { on, target: '县司法局' };
const congress = { on, target: '县人大常委会', recipient: 'congress' };
const party = { on, target: '县委', recipient: 'party' };

/** A promulgated case; `world` may set the rule set and the state of the clocks. */
const promulgated = (world: Partial<StepEnvironment> = {}) =>
  new DrivenCase(definition, {}, world).go(
    ...toLetter,
    [drafter, 'adoption.record'],
    [drafter, 'deliberation.record'],
    [drafter, 'promulgate'],
  );

const openTasks = ({ stored }: DrivenCase): string[] => Object.keys(stored.tasks).sort();
const refusalOf = (result: ReturnType<DrivenCase['try']>): string[] | string =>
  result.ok ? 'accepted' : result.refusals.map(({ rule }) => rule);

describe('a document that is filed with the government alone', () => {
  it('has labels and clocks without a sign of other recipients', () => {
    const standard = promulgated();
    expect(stageOf(definition, standard.stored.value)).toBe('待公开、待备案');
    expect(openTasks(standard)).toEqual(['filing', 'publicity']);
    standard.go([reviewer, 'file', government], [drafter, 'publicise'], [archivist, 'archive']);
    expect(standard.state).toBe('archived');
    expect(standard.numbers().filter((series) => series === 'filing')).toEqual(['filing']);
    expect(standard.recorded('filed')).toEqual([{ round: 1, on, onTime: null, recipient: 'government', remaining: 0 }]);
    expect([standard.clockStatus('filing-congress'), standard.clockStatus('filing-party')]).toEqual([
      'absent',
      'absent',
    ]);
  });

  it('cannot be filed again once the report was sent', () => {
    const result = promulgated().go([reviewer, 'file']).try(reviewer, 'file');
    expect(result.ok || result.kind).toBe('not-possible');
  });
});

describe('a document that is filed with the congress and the party as well', () => {
  it('has a clock, a task and a stage for each', () => {
    const all = promulgated(everybody);
    expect(stageOf(definition, all.stored.value)).toBe('待公开、待备案、待报送县人大常委会备案、待报送上级党委备案');
    const tasks = all.effects.flatMap((effect) =>
      effect.type === 'openTask' && effect.task.startsWith('filing') ? [[effect.task, effect.label, effect.clock]] : [],
    );
    expect(tasks).toEqual([
      ['filing', '报送备案', 'filing'],
      ['filing-congress', '报送县人大常委会备案', 'filing-congress'],
      ['filing-party', '报送上级党委备案', 'filing-party'],
    ]);
    const clocks = all.effects.flatMap((effect) =>
      effect.type === 'startClock' && effect.clock.key.startsWith('filing')
        ? [[effect.clock.key, effect.clock.limit, effect.from]]
        : [],
    );
    expect(clocks).toEqual([
      ['filing', { value: 15, unit: 'day' }, on],
      ['filing-congress', { value: 30, unit: 'day' }, on],
      ['filing-party', { value: 7, unit: 'day' }, on],
    ]);
  });

  it('keeps the other tasks open when one report is sent, whichever is first', () => {
    const all = promulgated(everybody).go([reviewer, 'file', party]);
    expect(openTasks(all)).toEqual(['filing', 'filing-congress', 'publicity']);
    all.go([drafter, 'file', congress]);
    expect(openTasks(all)).toEqual(['filing', 'publicity']);
    expect([all.clockStatus('filing'), all.clockStatus('filing-congress')]).toEqual(['running', 'met']);
    all.go([drafter, 'publicise'], [reviewer, 'file', government]);
    expect(all.state).toBe('archiving');
    expect(all.recorded('filed').map(({ recipient, remaining }) => [recipient, remaining])).toEqual([
      ['party', 2],
      ['congress', 1],
      ['government', 0],
    ]);
    expect(all.numbers().filter((series) => series === 'filing')).toHaveLength(3);
  });

  it('is filed with the government when the report names nobody', () => {
    const all = promulgated(everybody).go([reviewer, 'file', government]);
    expect(openTasks(all)).toEqual(['filing-congress', 'filing-party', 'publicity']);
  });

  it('goes to the archive after the last report only', () => {
    const two = promulgated(everybody).go([reviewer, 'file'], [drafter, 'publicise'], [reviewer, 'file', congress]);
    const early = two.try(archivist, 'archive');
    expect(early.ok || early.kind).toBe('not-possible');
    expect(two.go([reviewer, 'file', party], [archivist, 'archive']).state).toBe('archived');
  });

  it('refuses a second report to a recipient by that rule, and a bad date by the date rule only', () => {
    const one = promulgated(everybody).go([reviewer, 'file', congress]);
    expect(refusalOf(one.try(reviewer, 'file', congress))).toEqual(['filing.once']);
    expect(refusalOf(one.try(reviewer, 'file', { ...party, on: '2024-03-01' }))).toEqual(['dates.plausible']);
    expect(refusalOf(one.try(reviewer, 'file', government))).toBe('accepted');
  });

  it('names a recipient that does not apply, and does not report it as already filed', () => {
    expect(refusalOf(promulgated().try(reviewer, 'file', congress))).toEqual(['filing.recipient-asked']);
  });

  it('offers the filing event to those who may file, as long as a report is due', () => {
    const all = promulgated(everybody);
    const offered = (who: typeof reviewer | typeof leader) =>
      possibleEvents(definition, all.stored, all.env(who)).find(({ type }) => type === 'file');
    expect(offered(reviewer)?.allowed).toBe(true);
    expect(offered({ ...drafter, id: 'colleague', roles: ['submitter'] })?.refusals.map(({ rule }) => rule)).toEqual([
      'filing.drafter-or-reviewer',
    ]);
    expect(offered(leader)).toBeUndefined();
    all.go([reviewer, 'file'], [reviewer, 'file', congress], [reviewer, 'file', party]);
    expect(offered(reviewer)).toBeUndefined();
  });

  it('counts each report against its own limit', () => {
    const running = { status: 'running', used: 0, provisional: false } as const;
    const clocks = {
      filing: { ...running, dueOn: '2024-03-14' },
      'filing-congress': { ...running, dueOn: '2024-03-15' },
      'filing-party': { ...running, dueOn: '2024-03-15', provisional: true },
    };
    const sent = promulgated({ ...everybody, clocks }).try(reviewer, 'file', congress);
    const late = promulgated({ ...everybody, clocks }).try(reviewer, 'file', government);
    const guessed = promulgated({ ...everybody, clocks }).try(reviewer, 'file', party);
    const onTime = [sent, late, guessed].map((result) =>
      result.ok ? result.effects.flatMap((e) => (e.type === 'recordFact' ? [e.detail.onTime] : [])) : [],
    );
    expect(onTime).toEqual([[true], [false], [null]]);
  });
});

describe('a case that was promulgated when the definition had one recipient', () => {
  /** State as the earlier definition stored it: without regions for further recipients. */
  const stored = (more: string, world: Partial<StepEnvironment> = {}): DrivenCase => {
    const before = promulgated(world);
    before.stored = { ...before.stored, value: { publication: { publicity: more, filing: 'open' } } };
    return before;
  };

  it('still reaches its end', () => {
    const standard = stored('open').go([drafter, 'publicise'], [reviewer, 'file'], [archivist, 'archive']);
    expect(standard.state).toBe('archived');
    expect(stored('done').go([reviewer, 'file'], [archivist, 'archive']).state).toBe('archived');
  });
});

describe('an unknown recipient', () => {
  it.each(['city', '', null, 1, ['congress']])('%j is no payload', (recipient) => {
    const result = promulgated(everybody).try(reviewer, 'file', { ...government, recipient });
    expect(result.ok || [result.kind, result.issues?.map(({ path }) => path)]).toEqual(['payload', ['recipient']]);
  });
});
