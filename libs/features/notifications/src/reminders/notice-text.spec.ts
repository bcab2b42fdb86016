import { officialCalendar } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import { longDate, noticeText, reminderText, shortId, taskOpenedText } from './notice-text.ts';

const calendar = officialCalendar();
const named = { categoryLabel: '重要合同', caseId: '018d8a6c-0000-7000-8000-0000a1b2c3d4' };
const task = { ...named, taskLabel: '出具审查意见', dueOn: '2024-02-08', provisional: false };

describe('the text of a reminder', () => {
  it('gives the remaining working days by the official calendar', () => {
    expect(reminderText(calendar, '2024-02-06', task)).toBe(
      '待办：出具审查意见，剩余2个工作日（2024年2月8日 周四前）〔重要合同 a1b2c3d4〕',
    );
    // Over the Spring Festival: 9 February and Sunday the 18th are worked.
    expect(reminderText(calendar, '2024-02-08', { ...task, dueOn: '2024-02-19' })).toContain('剩余3个工作日');
  });

  it('distinguishes the last day, and gives the number of overdue days after it', () => {
    expect(reminderText(calendar, '2024-02-08', task)).toBe(
      '待办：出具审查意见，今日到期（2024年2月8日 周四前）〔重要合同 a1b2c3d4〕',
    );
    expect(reminderText(calendar, '2024-02-18', task)).toBe(
      '逾期：出具审查意见，已超期2个工作日（应于2024年2月8日 周四前办结）〔重要合同 a1b2c3d4〕',
    );
  });

  it('marks a provisional date', () => {
    expect(reminderText(calendar, '2024-02-06', { ...task, provisional: true })).toContain('周四前，暂估）');
  });
});

describe('the text of a notice', () => {
  it('contains the day of the week', () => {
    expect(['2024-02-11', '2024-02-12', '2026-09-18'].map(longDate)).toEqual([
      '2024年2月11日 周日',
      '2024年2月12日 周一',
      '2026年9月18日 周五',
    ]);
  });

  it('announces a new task with its date, where there is one', () => {
    expect(taskOpenedText(task)).toBe('新待办：出具审查意见，请于2024年2月8日 周四前办理〔重要合同 a1b2c3d4〕');
    expect(taskOpenedText({ ...task, dueOn: null })).toBe('新待办：出具审查意见〔重要合同 a1b2c3d4〕');
  });

  it('names the case by the random end of its id', () => {
    expect(shortId(named.caseId)).toBe('a1b2c3d4');
    expect(noticeText(named, '已审结。')).toBe('已审结。〔重要合同 a1b2c3d4〕');
  });
});
