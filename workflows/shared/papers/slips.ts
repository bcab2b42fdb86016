/** Slips that are printed on demand. Nothing in the case depends on them, so they are not stored. */
import type { PaperContent, PaperSource, PaperSpec } from '@lawgate/engine';
import { dayText, letterOf, limitText, numbered, paragraph, unitOf } from './wording.ts';

const open = ['running', 'overdue', 'paused'];

function reminder(source: PaperSource): PaperContent {
  const due = source.clocks.filter(({ status, dueOn }) => open.includes(status) && dueOn !== null);
  return letterOf(source, {
    title: '催办单',
    number: null,
    body: [
      paragraph(`${unitOf(source)}办理的《${source.title}》（${source.categoryLabel}），以下期限尚待办理：`),
      ...(due.length === 0
        ? [paragraph('目前没有计算中的期限。')]
        : numbered(
            due.map(
              (clock) =>
                `${clock.label}：自${dayText(clock.startedOn)}起${limitText(clock)}，${dayText(clock.dueOn ?? '')}${
                  clock.status === 'overdue' ? '届满，已经逾期' : clock.provisional ? '届满（暂估）' : '届满'
                }。`,
            ),
          )),
      paragraph('请抓紧办理，并反馈办理情况。'),
    ],
  });
}

function expiry(source: PaperSource): PaperContent {
  const ends = source.clocks.filter(({ key }) => /^(validity|expiry|payment)/.test(key));
  return letterOf(source, {
    title: '到期提醒',
    number: null,
    body: [
      paragraph(`你单位办理的《${source.title}》，以下日期将至：`),
      ...(ends.length === 0
        ? [paragraph('目前没有有效期、合同期限或者付款日期。')]
        : numbered(ends.map(({ label, dueOn }) => `${label}：${dueOn === null ? '未定' : dayText(dueOn)}。`))),
      paragraph('请在届满前研究是否继续执行、修改、废止或者续签，并按规定办理。'),
    ],
  });
}

export const slipPapers: readonly PaperSpec[] = [
  { kind: 'reminder-slip', title: '催办单', event: null, compose: reminder },
  { kind: 'expiry-notice', title: '到期提醒', event: null, compose: expiry },
];
