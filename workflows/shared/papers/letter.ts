/** 合法性审查意见书: the signed lines under the parts of the letter, and a summary of the case's history. */
import type { LetterLine, PaperBlock, PaperContent, PaperSource, PaperSpec } from '@lawgate/engine';
import { letterParts, signedLetter, type LetterPart } from '../letter.ts';
import { dayText, lastOf, letterOf, numbered, paragraph, parts, unitOf, type PaperPlan } from './wording.ts';

/** Paragraphs about submission, acceptance and the people who gave an opinion. */
function course(source: PaperSource): PaperBlock[] {
  const submitted = lastOf(source, 'submit');
  const accepted = lastOf(source, 'accept');
  const advisers = source.opinions
    .filter(({ act, round }) => act === 'adviser' && round === source.round)
    .map(({ by }) => by.name);
  const unique = [...new Set(advisers)];
  const number = accepted?.numbers[0];
  const round = source.round > 1 ? `本次为第${source.round}轮审查。` : '';
  return [
    paragraph(
      [
        submitted === null ? '' : `${unitOf(source)}于${dayText(submitted.on)}送审《${source.title}》`,
        accepted === null
          ? '。'
          : `，本机构于${dayText(accepted.on)}受理${number === undefined ? '' : `（${number}）`}。`,
        unique.length === 0 ? '' : `审查中听取了法律顾问${unique.join('、')}的意见。`,
        round,
      ].join(''),
    ),
  ];
}

function blocksOf(part: LetterPart, lines: readonly LetterLine[]): PaperBlock[] {
  const texts = lines.filter((line) => line.part === part).map(({ text }) => text);
  return part === 'conclusion' ? texts.map(paragraph) : numbered(texts);
}

function letter(plan: PaperPlan): (source: PaperSource) => PaperContent {
  return (source) => {
    const signed = signedLetter({ round: source.round }, source.opinions);
    const lines = signed?.lines ?? [];
    const conclusion = plan.conclusions[signed?.opinion.conclusion ?? ''] ?? '';
    const unit = unitOf(source);
    return letterOf(source, {
      title: `关于《${source.title}》的合法性审查意见书`,
      body: [
        ...parts([
          ['基本情况', course(source)],
          ...Object.entries(letterParts).map(([key, label]) => [label, blocksOf(key as LetterPart, lines)] as const),
        ]),
        paragraph('请逐条研究并书面反馈采纳情况；未采纳或者部分采纳的，应当说明理由和依据，随材料一并提交。'),
        paragraph('本意见仅供内部使用，不得对外公开、引用。'),
      ],
      imprint: { copies: null, by: source.organisation, on: source.cause.on },
      values: { 审查结论: conclusion, 主送: unit, 签发人: signed?.opinion.by.name ?? '' },
    });
  };
}

export function letterPapers(plan: PaperPlan): PaperSpec[] {
  return [{ kind: 'opinion-letter', title: '合法性审查意见书', event: 'sign-off', compose: letter(plan) }];
}
