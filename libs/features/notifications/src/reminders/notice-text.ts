/**
 * The texts of notices and reminders. Other people may see a notice on the screen: it contains the category, the task
 * and the case's short id, and neither parties nor title nor any other fact of the case. Pure.
 */
import { daysBetween, weekday, workingDaysBetween, type Calendar, type CivilDate } from '@lawgate/calendar';

/** The data of a case that a notice may contain. */
export interface NamedCase {
  readonly categoryLabel: string;
  readonly caseId: string;
}

export interface DueTask extends NamedCase {
  readonly taskLabel: string;
  readonly dueOn: CivilDate;
  /** The date is provisional, because a year has no official table yet (暂估). */
  readonly provisional: boolean;
}

/** Eight characters of the id's random part; enough to find the case, and without information about it. */
export function shortId(caseId: string): string {
  return caseId.slice(-8);
}

function about({ categoryLabel, caseId }: NamedCase): string {
  return `〔${categoryLabel} ${shortId(caseId)}〕`;
}

/** 2024年2月8日 周四 */
export function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日 周${'日一二三四五六'[weekday(date)]}`;
}

/** 「待办：出具审查意见，剩余2个工作日（2024年2月8日 周四前）〔重要合同 1a2b3c4d〕」 */
export function reminderText(calendar: Calendar, today: CivilDate, task: DueTask): string {
  const left = workingDaysBetween(calendar, today, task.dueOn);
  const guess = task.provisional ? '，暂估' : '';
  const until = `（${longDate(task.dueOn)}前${guess}）`;
  if (today > task.dueOn) {
    const late = Math.max(1, -left);
    return `逾期：${task.taskLabel}，已超期${late}个工作日（应于${longDate(task.dueOn)}前办结）${about(task)}`;
  }
  if (today === task.dueOn) return `待办：${task.taskLabel}，今日到期${until}${about(task)}`;
  return `待办：${task.taskLabel}，剩余${left}个工作日${until}${about(task)}`;
}

export interface DueClock extends NamedCase {
  readonly clockLabel: string;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  /** What begins today where the notice announces a beginning, such as 进入评估期. */
  readonly opening: string | null;
  /** What to do, one sentence. */
  readonly advice: string;
}

/** 「期限提醒：有效期，还有181日（至2029年2月28日 周三）。请组织评估……〔规范性文件 1a2b3c4d〕」 */
export function clockReminderText(calendar: Calendar, today: CivilDate, clock: DueClock): string {
  const { clockLabel, dueOn, opening, advice } = clock;
  const guess = clock.provisional ? '，暂估' : '';
  if (today > dueOn) {
    const late = Math.max(1, workingDaysBetween(calendar, dueOn, today));
    return `逾期：${clockLabel}，已超期${late}个工作日（最后一日为${longDate(dueOn)}）。${advice}${about(clock)}`;
  }
  const left = today === dueOn ? '今日到期' : `还有${daysBetween(today, dueOn)}日`;
  const begins = opening === null ? '' : `${opening}，`;
  return `期限提醒：${clockLabel}，${begins}${left}（至${longDate(dueOn)}${guess}）。${advice}${about(clock)}`;
}

/** Announces a new task; `dueOn` if it is known already. */
export function taskOpenedText(
  task: NamedCase & { readonly taskLabel: string; readonly dueOn: CivilDate | null; readonly provisional: boolean },
): string {
  const until = task.dueOn === null ? '' : `，请于${longDate(task.dueOn)}前办理${task.provisional ? '（暂估）' : ''}`;
  return `新待办：${task.taskLabel}${until}${about(task)}`;
}

/** 「催办：出具审查意见，请尽快办理」; the note stays in the case, because it may name parties. */
export const urgeSentence = (taskLabel: string): string => `催办：${taskLabel}，请尽快办理。`;

export const copySentence = '抄送：有案件抄送给您，请阅。';

/** The workflow's own sentence, which is a constant text, with the name of the case. */
export function noticeText(named: NamedCase, sentence: string): string {
  return `${sentence}${about(named)}`;
}
