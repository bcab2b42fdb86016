import { describe, expect, it } from '@jest/globals';
import { defaultKinds, kindsOf } from './kinds.ts';
import { parseLine } from './quick-entry.ts';

const parsed = (line: string, today = '2023-06-01') => {
  const found = parseLine(line, defaultKinds, today);
  return 'code' in found ? found : { ...found, kind: found.kind.key };
};

describe('one line', () => {
  const event = { kind: 'publicity-event', date: '2023-03-08', number: 2, note: '发放宣传单500份' };

  it.each([
    '3月8日 普法宣传活动 2 发放宣传单500份',
    '2023.3.8 普法宣传活动 2场 发放宣传单500份',
    '2023-03-08 普法活动 2 场，发放宣传单500份',
    '2023年3月8日普法宣传活动2场：发放宣传单500份',
    '２０２３．３．８　普法宣传活动　２　发放宣传单500份',
    '  3月8号  普法宣传活动:2  发放宣传单500份  ',
    '2023/3/8 publicity-event 2 发放宣传单500份',
  ])('%s', (line) => {
    expect(parsed(line)).toEqual(event);
  });

  it.each([
    ['3月8日 宣传单 5,000份', 'leaflets', 5000, ''],
    ['3月8日 接待来访 35人次', 'visitors', 35, ''],
    ['3月8日 社区矫正 17人 在册', 'community-correction', 17, '在册'],
    ['3月8日 信息公开 22，500份另计', 'information-published', 22, '500份另计'],
    ['3月8日 重点领域 5', 'information-key-areas', 5, ''],
    ['3月8日 人民调解 0', 'disputes-mediated', 0, ''],
    ['3月8日 记录仪 8台', 'body-cameras', 8, ''],
    ['3月8日 班子集体 1次', 'study-session', 1, ''],
    ['3月8日 培训 2 全角，标点！不变', 'training', 2, '全角，标点！不变'],
    ['3月8日 培训 2 场地在三楼', 'training', 2, '场地在三楼'],
  ])('%s', (line, kind, number, note) => {
    expect(parsed(line)).toEqual({ kind, date: '2023-03-08', number, note });
  });

  it('reads a day without a year as this year’s, or last year’s if that day is in the future', () => {
    expect(parsed('12月28日 培训 1', '2024-01-05')).toMatchObject({ date: '2023-12-28' });
    expect(parsed('1月5日 培训 1', '2024-01-05')).toMatchObject({ date: '2024-01-05' });
    expect(parsed('2月29日 培训 1', '2025-01-05')).toMatchObject({ date: '2024-02-29' });
  });

  it.each([
    ['普法宣传活动 2', 'indicator.date-unknown', '「普法宣传活动」'],
    ['2月30日 培训 1', 'indicator.date-unknown', '「2月30日」'],
    ['2023.13.1 培训 1', 'indicator.date-unknown', '「2023.13.1」'],
    ['昨天 培训 1', 'indicator.date-unknown', '「昨天」'],
    ['3月8日', 'indicator.kind-unknown', '可用的种类'],
    ['3月8日 植树 20', 'indicator.kind-unknown', '「植树」'],
    ['3月8日 宣传 2', 'indicator.kind-ambiguous', '「普法宣传活动」、「发放宣传材料」'],
    ['3月8日 出庭 2', 'indicator.kind-ambiguous', '负责人出庭应诉'],
    ['3月8日 培训', 'indicator.number-unknown', '整数'],
    ['3月8日 培训 两次', 'indicator.number-unknown', '「两次」'],
    ['3月8日 培训 2.5', 'indicator.number-unknown', '「2.5」'],
    ['3月8日 培训 -2', 'indicator.number-unknown', '「-2」'],
    [`3月8日 培训 ${'9'.repeat(30)}`, 'indicator.number-unknown', '整数'],
    ['', 'indicator.date-unknown', '日期'],
  ])('refuses %s with the phrase and what is possible', (line, code, said) => {
    expect(parsed(line)).toMatchObject({ code, message: expect.stringContaining(said) });
  });

  it('does not find a disabled kind, and finds a custom one', () => {
    const [first] = defaultKinds;
    const own = { ...first, key: 'trees', label: '义务植树', unit: '棵', synonyms: ['植树'] } as never;
    const kinds = kindsOf([{ ...(first as object), active: false } as never, own]);
    expect(parseLine('3月8日 班子集体学法 1', kinds, '2023-06-01')).toMatchObject({ code: 'indicator.kind-unknown' });
    expect(parseLine('3月8日 植树 20棵', kinds, '2023-06-01')).toMatchObject({ number: 20, note: '' });
  });
});
