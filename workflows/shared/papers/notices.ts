/** Papers by which the office answers a submission: acceptance, supplement, return, decline, extension. */
import type { PaperContent, PaperSource, PaperSpec } from '@lawgate/engine';
import { clockOf, dayText, lastOf, letterOf, limitText, numbered, paragraph, type PaperPlan } from './wording.ts';

function submittedOn(source: PaperSource): string {
  const submitted = lastOf(source, 'submit');
  return submitted === null ? '' : dayText(submitted.on);
}

/** The sentence with the last day of the review and its legal basis. */
function reviewLimit(source: PaperSource): string {
  const clock = clockOf(source, 'review');
  if (clock === null || clock.dueOn === null) return '';
  const until = clock.provisional
    ? `预计于${dayText(clock.dueOn)}前（节假日安排尚未公布，以公布后重新计算的日期为准）`
    : `于${dayText(clock.dueOn)}前`;
  return `审查期限为${limitText(clock)}，自受理之次日起计算，${until}审结。`;
}

function acceptance(source: PaperSource): PaperContent {
  return letterOf(source, {
    title: '受理通知书',
    body: [
      paragraph(
        `你单位于${submittedOn(source)}送审的《${source.title}》（${source.categoryLabel}），经审核，材料齐全，符合送审要求，现予受理。`,
      ),
      paragraph(reviewLimit(source)),
      paragraph('补正材料、征求专家意见或者请示上级机关的时间，按规定不计入审查期限。'),
      paragraph('未经合法性审查或者经审查不合法的，不得提交集体讨论、对外签订或者作出决定。'),
      paragraph('特此通知。'),
    ].filter(({ text }) => text !== ''),
    values: { 审查期限: reviewLimit(source) },
  });
}

function supplement(source: PaperSource): PaperContent {
  const items: readonly string[] = source.cause.payload?.items ?? [];
  const clock = clockOf(source, 'supplement');
  const until =
    clock?.dueOn == null
      ? '请按要求及时补正。'
      : `请于${dayText(clock.dueOn)}前（${limitText(clock)}内）一次性补齐。逾期未补正的，作退回处理。`;
  return letterOf(source, {
    title: '补正通知书',
    body: [
      paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》，经审核，需要补正以下全部材料（事项）：`),
      ...numbered(items),
      paragraph(until),
      ...(clockOf(source, 'review') === null
        ? []
        : [paragraph('审查期限自本通知次日起中止，自材料补齐之次日起继续计算。')]),
      paragraph('特此通知。'),
    ],
    values: { 补正事项: items.map((item, index) => `${index + 1}. ${item}`).join('\n') },
  });
}

const expired = '未在规定期限内补正材料。';

function returned(source: PaperSource): PaperContent {
  const reason = source.cause.type === 'supplement.expire' ? expired : String(source.cause.payload?.reason ?? '');
  return letterOf(source, {
    title: '退回通知书',
    body: [
      paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》，经审核，予以退回。理由如下：`),
      paragraph(reason),
      paragraph('请按要求修改、完善后重新送审。'),
      paragraph('特此通知。'),
    ],
    values: { 理由: reason },
  });
}

function declined(source: PaperSource): PaperContent {
  return letterOf(source, {
    title: '不予审核通知书',
    body: [
      paragraph(
        `你单位于${submittedOn(source)}送审的《${source.title}》，经认定，不属于合法性审查的范围，不予审核。理由如下：`,
      ),
      paragraph(String(source.cause.payload?.reason ?? '')),
      paragraph('特此通知。'),
    ],
  });
}

function extension(source: PaperSource): PaperContent {
  const clock = clockOf(source, 'review');
  const until = clock?.dueOn == null ? '' : `延长后的审查期限至${dayText(clock.dueOn)}止。`;
  return letterOf(source, {
    title: '延期审查告知书',
    body: [
      paragraph(`你单位送审的《${source.title}》，因以下原因不能在规定期限内审结，经批准，延长审查期限：`),
      paragraph(String(source.cause.payload?.reason ?? '')),
      ...(until === '' ? [] : [paragraph(until)]),
      paragraph('特此告知。'),
    ],
    values: { 延长至: until },
  });
}

export function noticePapers(_plan: PaperPlan): PaperSpec[] {
  return [
    { kind: 'acceptance', title: '受理通知书', event: 'accept', compose: acceptance },
    { kind: 'supplement', title: '补正通知书', event: 'supplement.request', compose: supplement },
    { kind: 'return', title: '退回通知书', event: 'return', compose: returned },
    { kind: 'decline', title: '不予审核通知书', event: 'decline', compose: declined },
    { kind: 'extension', title: '延期审查告知书', event: 'review.extend', compose: extension },
  ];
}
