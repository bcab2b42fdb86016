/** The report says only what rows show, for any figures and for none. */
import { describe, expect, it } from '@jest/globals';
import { paragraphsOf, textOf, wordTokensOf } from '@lawgate/files';
import { propertyRuns } from '@lawgate/sizes';
import fc from 'fast-check';
import { attendanceOf, defaultKinds } from '../../indicators/kinds.ts';
import type { IndicatorReport } from '../../indicators/indicator-views.ts';
import { categoryFigures, sentenceOf, type CountedRow } from '../figures.ts';
import { figures as caseFigures, type AnnualReport } from '../report-views.ts';
import { builtInTemplate } from './built-in-template.ts';
import { openTemplate } from './check-template.ts';
import { draftContent, type DraftContent } from './draft-figures.ts';
import { fillTemplate } from './fill-template.ts';
import { namesOf } from './template.service.ts';

const definitions = [
  { key: 'normative-document', label: '行政规范性文件', count: { label: '规范性文件', unit: '件', order: 1 } },
  { key: 'contract', label: '重要合同', count: { label: '重要合同', unit: '份', order: 2 } },
  { key: 'enforcement-decision', label: '重大执法决定', count: { label: '重大执法决定', unit: '个', order: 3 } },
];
const organisation = { id: 'o', code: 'liulin', name: '柳林镇', kind: 'town' };

type Row = Partial<CountedRow>;
/** Number of a kind; null where nobody entered it. */
type Entered = Readonly<Record<string, number | null>>;

function annual(rows: readonly Row[]): AnnualReport {
  const none = Object.fromEntries(caseFigures.map((figure) => [figure, 0])) as Record<(typeof caseFigures)[number], 0>;
  const blank = { orgPath: '/', category: 'contract', conclusion: null, adoption: null, pointsRaised: 0, daysSum: 0 };
  const known = { recorded: 0, recordedWithAdviser: 0, recordedFiled: 0 };
  const categories = categoryFigures(
    definitions,
    rows.map((row) => ({ ...none, ...blank, ...known, daysOf: 0, ...row })),
  );
  return {
    ...{ organisation, frozenAt: null, revision: null, counts: {}, sentence: sentenceOf(categories), categories },
    ...{ year: 2026, basis: '', asOf: '2026-12-31', labels: {}, towns: [] },
  };
}

function ledger(entered: Entered): IndicatorReport {
  const number = (key: string): number => entered[key] ?? 0;
  return {
    year: 2026,
    organisation,
    items: defaultKinds.map(({ key, label, unit, mode, section }) => {
      const value = entered[key] ?? null;
      const quarter = mode === 'sum' ? number(key) / 4 : value;
      return {
        ...{ key, label, unit, mode, section },
        value: mode === 'sum' ? (value ?? 0) : value,
        quarters: [quarter, quarter, quarter, quarter],
        entries: value === null ? 0 : 1,
        missingQuarters: [],
      };
    }),
    attendance: attendanceOf(
      number('suits'),
      number('head-should-attend'),
      number('head-attended'),
      (entered['head-should-attend'] ?? null) !== null,
    ),
  };
}

const contentOf = (rows: readonly Row[], entered: Entered): DraftContent =>
  draftContent(
    { year: 2026, organisation: undefined },
    annual(rows),
    ledger(entered),
    new Date('2027-01-08T01:00:00Z'),
  );

async function paragraphsOfReport(content: DraftContent): Promise<string[]> {
  const filling = { phrases: namesOf(content.phrases), table: content.table, base: '' };
  const { bytes, unknown } = fillTemplate(await openTemplate(builtInTemplate), filling);
  expect(unknown).toEqual([]);
  const files = await openTemplate(bytes);
  return paragraphsOf(wordTokensOf(files.get('word/document.xml') ?? Buffer.alloc(0))).map(textOf);
}

const noEntries: Entered = Object.fromEntries(defaultKinds.map(({ key }) => [key, 0]));
const after = (lines: readonly string[], heading: string): string => lines[lines.indexOf(heading) + 1] ?? '';

/** Everything that the built-in template must not say of these rows, whatever they are. */
function expectOnlyClaimsOfRows(lines: readonly string[], rows: readonly Row[], entered: Entered): void {
  const text = lines.join('\n');
  const sum = (figure: keyof CountedRow): number => rows.reduce((total, row) => total + Number(row[figure] ?? 0), 0);
  const answered = rows.reduce(
    (n, { adoption, concluded = 0 }) => (adoption === 'pending' || adoption === null ? n : n + concluded),
    0,
  );
  const measured = sum('concluded') - sum('recorded');
  const denominators: Record<string, number> = {
    意见采纳率: Math.min(answered, sum('pointsRaised')),
    按期审结率: measured,
    按期备案率: sum('filed') - sum('recordedFiled'),
    负责人出庭应诉率: Math.min(entered['suits'] ?? 0, entered['head-should-attend'] ?? 0),
  };
  for (const [rate, denominator] of Object.entries(denominators)) {
    if (denominator === 0) expect({ rate, text }).not.toEqual({ rate, text: expect.stringMatching(`${rate}[\\d—]`) });
  }
  expect(text).not.toMatch(/[^\d]0条/);
  expect(text.includes('目录化管理')).toBe((entered['catalogue-revision'] ?? 0) > 0);
  expect(text.includes('容错免责机制')).toBe((entered['fault-tolerance-rule'] ?? 0) > 0);
  const problems = after(lines, '二、存在的问题');
  // A rate may be 0 %, a count of a problem may not be 0.
  expect(problems).not.toMatch(/(^|\D)0([^%\d.]|$)/);
  expect(problems.length).toBeGreaterThan(10);
  expect(problems.includes('审核时效有待加强，超期审结')).toBe(sum('overdue') > 0);
  expect(text).not.toMatch(/NaN|undefined|null|Infinity|\{\{|[，、；。]{2}|^[，、；。]/m);
}

describe('the report', () => {
  it('of a year without anything makes no claim, and reads as a report', async () => {
    const lines = await paragraphsOfReport(contentOf([], noEntries));
    expectOnlyClaimsOfRows(lines, [], noEntries);
    expect(lines.join('\n')).not.toContain('%');
    expect(lines).toContain(
      '（二）严格合法性审核，规范重大行政行为。全年没有收到送审事项，没有审结的事项。各类别办理情况如下表。',
    );
    expect(lines).toContain('（四）依法做好行政应诉工作。全年无行政应诉案件（0件）。');
    expect(after(lines, '二、存在的问题')).toBe('全年没有送审和审结的事项，审核台账中没有需要列报的问题。');
  });

  it('of a year in which nobody entered anything does not say that there was no suit', async () => {
    const lines = await paragraphsOfReport(contentOf([], {}));
    expect(lines).toContain('（四）依法做好行政应诉工作。全年没有行政应诉案件的登记（0件）。');
    expect(lines.join('\n')).toContain('【待补：法治培训】');
  });

  it('of a year with one category names it alone, and numbers the problems only where there are several', async () => {
    const contract: Row = { category: 'contract', received: 3, concluded: 2, carriedOut: 1, adoption: 'full' };
    const one = [{ ...contract, pointsRaised: 4, supplements: 1 }];
    const lines = await paragraphsOfReport(contentOf(one, noEntries));
    expectOnlyClaimsOfRows(lines, one, noEntries);
    expect(lines.find((line) => line.startsWith('（二）'))).toBe(
      '（二）严格合法性审核，规范重大行政行为。全年收到送审事项3件，审结2件，其中重要合同2份；' +
        '提出审查意见4条，意见采纳率100%；按期审结率100%。各类别办理情况如下表。',
    );
    expect(after(lines, '二、存在的问题')).toBe('送审质量有待提高，全年要求补正1件。');
    expect(lines.join('\n')).toContain('做好结转的1件事项的审查');
    const two = [{ ...contract, pointsRaised: 4, supplements: 1, overdue: 1 }];
    expect(after(await paragraphsOfReport(contentOf(two, noEntries)), '二、存在的问题')).toBe(
      '一是送审质量有待提高，全年要求补正1件。二是审核时效有待加强，超期审结1件。',
    );
  });

  it('of reviews without an opinion has no rate of adoption, although the units answered', async () => {
    const rows: Row[] = [{ received: 5, concluded: 5, adoption: 'full', pointsRaised: 0 }];
    const content = contentOf(rows, noEntries);
    expect((await paragraphsOfReport(content)).join('\n')).not.toContain('采纳率');
    expect(content.figures.find(({ key }) => key === 'reviews.adoption-rate')).toMatchObject({
      value: null,
      missing: false,
      text: '—（无审查意见记载）',
    });
  });

  it('of recorded cases has no rate of them, and says how many they are', async () => {
    const past: Row = { received: 31, concluded: 31, recorded: 31, recordedWithAdviser: 4, adviserParticipation: 4 };
    const filed = { filed: 6, recordedFiled: 6 };
    const all = [{ ...past, ...filed }];
    const lines = await paragraphsOfReport(contentOf(all, noEntries));
    expectOnlyClaimsOfRows(lines, all, noEntries);
    expect(lines.find((line) => line.startsWith('（二）'))).toBe(
      '（二）严格合法性审核，规范重大行政行为。全年收到送审事项31件，审结31件，其中重要合同31份；' +
        '审结事项中31件据台账补录，没有期限、意见和采纳的数据，不计入各项比率；法律顾问参与审查4件。' +
        '全年报送备案6件。各类别办理情况如下表。',
    );
    const unknown = contentOf(all, noEntries).figures.find(({ key }) => key === 'reviews.points');
    expect(unknown).toMatchObject({ value: null, missing: false, text: '—（补录事项无此数据）' });
    const some = [...all, { received: 4, concluded: 4, overdue: 1, adoption: 'full', pointsRaised: 2, filed: 1 }];
    const { figures } = contentOf(some, noEntries);
    const values = (key: string) => figures.find((figure) => figure.key === key)?.value;
    expect(['on-time', 'adoption', 'filed-on-time'].map((rate) => values(`reviews.${rate}-rate`))).toEqual([
      0.75, 1, 0,
    ]);
  });

  it('names a mechanism by the number of its entries', async () => {
    const entered = { ...noEntries, 'catalogue-revision': 2, 'fault-tolerance-rule': 1 };
    const text = (await paragraphsOfReport(contentOf([], entered))).join('\n');
    expect(text).toContain('实行审核事项目录化管理，全年制定、修订审核事项目录2次；建立容错免责机制，全年出台');
    expect(text).toContain('动态调整审核事项目录');
    expect((await paragraphsOfReport(contentOf([], noEntries))).join('\n')).not.toContain('审核事项目录');
  });

  it('claims for no figures at all what they do not show', async () => {
    const few = fc.oneof(fc.constant(0), fc.nat(3));
    const row = fc
      .record({
        category: fc.constantFrom(...definitions.map(({ key }) => key)),
        adoption: fc.constantFrom('full', 'partial', 'none', 'pending'),
        ...Object.fromEntries(
          [...caseFigures, 'pointsRaised', 'recorded', 'recordedFiled'].map((figure) => [figure, few]),
        ),
      })
      .map((made: Row): Row => {
        const { concluded = 0, overdue = 0, filed = 0, filedOnTime = 0, pointsRaised = 0 } = made;
        const recorded = Math.min(made.recorded ?? 0, concluded);
        const recordedFiled = Math.min(made.recordedFiled ?? 0, filed);
        const isMeasured = concluded > recorded;
        return {
          ...made,
          recorded,
          recordedFiled,
          overdue: Math.min(overdue, concluded - recorded),
          filedOnTime: Math.min(filedOnTime, filed - recordedFiled),
          pointsRaised: isMeasured ? pointsRaised : 0,
          adoption: isMeasured ? (made.adoption ?? null) : null,
        };
      });
    const entries = fc.record(
      Object.fromEntries(defaultKinds.map(({ key }) => [key, fc.constantFrom(null, 0, 0, 4, 8)])),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), entries, async (rows, entered) => {
        expectOnlyClaimsOfRows(await paragraphsOfReport(contentOf(rows, entered)), rows, entered);
      }),
      { numRuns: propertyRuns(150) },
    );
  });
});
