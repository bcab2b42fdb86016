import { describe, expect, it } from '@jest/globals';
import { categoryFigures, sentenceOf, type CountedRow } from './figures.ts';

const definitions = [
  { key: 'normative-document', label: '规范性文件', count: { label: '规范性文件', unit: '件', order: 1 } },
  { key: 'contract', label: '合同', count: { label: '重要合同', unit: '份', order: 2 } },
  { key: 'enforcement-decision', label: '重大执法决定', count: { label: '重大执法决定', unit: '个', order: 3 } },
  { key: 'major-decision', label: '重大行政决策', count: { label: '重大行政决策', unit: '件', order: 4 } },
];

const row = (category: string, more: Partial<CountedRow> = {}): CountedRow => ({
  orgPath: '/shan/hill/',
  category,
  conclusion: null,
  adoption: null,
  received: 0,
  accepted: 0,
  concluded: 0,
  returned: 0,
  declined: 0,
  withdrawn: 0,
  supplements: 0,
  overdue: 0,
  urgent: 0,
  adviserParticipation: 0,
  filed: 0,
  filedOnTime: 0,
  carriedIn: 0,
  carriedOut: 0,
  recorded: 0,
  recordedWithAdviser: 0,
  recordedFiled: 0,
  pointsRaised: 0,
  daysSum: 0,
  daysOf: 0,
  ...more,
});

describe('the sentence of the report', () => {
  it('has the form that the town uses', () => {
    const rows = [
      row('enforcement-decision', { concluded: 2 }),
      row('contract', { concluded: 30, conclusion: 'may-sign' }),
      row('contract', { concluded: 1, conclusion: 'should-not-sign' }),
      row('normative-document', { concluded: 6 }),
    ];
    expect(sentenceOf(categoryFigures(definitions, rows))).toBe('规范性文件6件、重要合同31份、重大执法决定2个');
  });

  it('names every category in a year without reviews', () => {
    expect(sentenceOf(categoryFigures(definitions, []))).toBe(
      '规范性文件0件、重要合同0份、重大执法决定0个、重大行政决策0件',
    );
  });
});

describe('figures', () => {
  it('are added up over conclusions and towns', () => {
    const [, contract] = categoryFigures(definitions, [
      row('contract', { conclusion: 'a', adoption: 'full', received: 2, concluded: 2, daysSum: 5, daysOf: 2 }),
      row('contract', { conclusion: 'b', adoption: 'none', received: 1, concluded: 1, daysSum: 5, daysOf: 1 }),
      row('contract', { conclusion: 'a', adoption: 'pending', received: 1, concluded: 1, orgPath: '/shan/lake/' }),
    ]);
    expect(contract).toMatchObject({
      concluded: 4,
      conclusions: { a: 3, b: 1 },
      adoption: { full: 2, partial: 0, none: 1, pending: 1 },
      adoptionRate: 0.67,
      meanWorkingDays: 3.33,
      balanced: true,
    });
  });

  it('show books that do not balance', () => {
    const [contract] = categoryFigures([definitions[1] as never], [row('contract', { concluded: 1 })]);
    expect(contract?.balanced).toBe(false);
    const [lost] = categoryFigures([definitions[1] as never], [row('contract', { received: 1 })]);
    expect(lost?.balanced).toBe(false);
  });
});
