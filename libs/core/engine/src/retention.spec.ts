import { describe, expect, it } from '@jest/globals';
import { disposableOn, retentionLabel, retentionOf } from './retention.ts';

const spec = { value: 10, label: '保管期限', unit: '年', citation: '测试' };
const parameters = { 'archive.retention': spec };

describe('how long the file of a case is kept', () => {
  it('is the value of the rule set, else the default of the definition', () => {
    expect(retentionOf({ parameters }, { 'archive.retention': 30 })).toBe(30);
    expect(retentionOf({ parameters }, { 'archive.retention': 0 })).toBe(0);
    expect(retentionOf({ parameters }, {})).toBe(10);
  });

  it('is unknown where the category declares none, unless a rule set gives it', () => {
    expect(retentionOf({ parameters: {} }, {})).toBeNull();
    expect(retentionOf({ parameters: { other: spec } }, { other: 30 })).toBeNull();
    expect(retentionOf({ parameters: {} }, { 'archive.retention': 30 })).toBe(30);
  });

  it('is shown as years, as for ever, or as not laid down', () => {
    expect([10, 0, null].map(retentionLabel)).toEqual(['10年', '永久', '未规定']);
  });
});

describe('the first day on which a file may be disposed of', () => {
  it('is counted in whole years after the year of archiving, whatever the day', () => {
    expect(disposableOn('2024-01-01', 10)).toBe('2035-01-01');
    expect(disposableOn('2024-12-31', 10)).toBe('2035-01-01');
    expect(disposableOn('2025-01-01', 30)).toBe('2056-01-01');
  });

  it('is null for a file that is kept for ever, and where no period is laid down', () => {
    expect(disposableOn('2024-06-30', 0)).toBeNull();
    expect(disposableOn('2024-06-30', null)).toBeNull();
  });
});
