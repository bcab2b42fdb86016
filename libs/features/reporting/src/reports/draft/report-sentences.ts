/**
 * Sentences of the annual report. Each says only what rows show: no rate over nothing, no problem that did not occur, no
 * mechanism that nobody entered. Pure.
 *
 * A sentence that may be empty contains its own punctuation.
 */
import type { DraftFigure, Phrase, Piece } from './phrase.ts';

export type FindFigure = (key: string) => DraftFigure | undefined;

interface Given {
  readonly find: FindFigure;
  /** 「规范性文件6件、重要合同31份」. */
  readonly reviewed: readonly Piece[];
  /** Number of entries of suits: without one, nobody has said that there was none. */
  readonly suitEntries: number;
}

const numerals = '一二三四五六七八九十';

/** Something to say: a count above zero, or one that is to be entered. */
function isCounted(figure: DraftFigure | undefined): figure is DraftFigure {
  return figure !== undefined && (figure.missing || (figure.value ?? 0) > 0);
}

/** A rate whose denominator is not zero. */
function isRate(figure: DraftFigure | undefined): figure is DraftFigure {
  return figure !== undefined && !figure.missing && figure.value !== null;
}

function joined(clauses: readonly (readonly Piece[])[], separator: string): Piece[] {
  return clauses.flatMap((clause, index) => (index === 0 ? clause : [separator, ...clause]));
}

export function reportSentences(given: Given): Phrase[] {
  const { find } = given;
  const words = (key: string, label: string, pieces: readonly Piece[]): Phrase => ({ key, label, pieces });
  return [
    words('study.sentence', '集体学法（句）', study(find)),
    words('study-session.sentence', '学法情况', quarters(find)),
    words('mechanisms.sentence', '审核制度机制（句）', mechanisms(find)),
    words('reviews.work', '审核工作（句）', reviewWork(given)),
    words('enforcement.sentence', '规范执法（句）', enforcement(find)),
    words('suits.sentence', '应诉情况', suits(given)),
    words('publicity.sentence', '普法宣传（句）', publicity(find)),
    words('openness.sentence', '政务公开（句）', openness(find)),
    words('disputes.sentence', '化解纠纷（句）', disputes(find)),
    words('problems.sentence', '存在的问题（句）', problems(find)),
    words('plan.reviews', '下一年审核工作（句）', plan(find)),
  ];
}

/** Each counted figure with the words before it and its unit; the others are left out. */
function counted(find: FindFigure, clauses: readonly (readonly [words: string, key: string])[]): Piece[][] {
  return clauses.flatMap(([before, key]) => {
    const figure = find(key);
    return isCounted(figure) ? [[before, figure, figure.unit]] : [];
  });
}

function study(find: FindFigure): Piece[] {
  const sessions = find('study-session');
  if (sessions === undefined) return [];
  if (!isCounted(sessions)) return ['全年没有集体学法的记录；'];
  const byQuarter = quarters(find);
  return [
    '组织领导班子集体学法，全年集体学法',
    sessions,
    sessions.unit,
    ...(byQuarter.length === 0 || (sessions.missing && sessions.value === null) ? [] : ['，', ...byQuarter]),
    '；',
  ];
}

/** 「每季度1次」 where every quarter has one, otherwise quarter by quarter. */
function quarters(find: FindFigure): Piece[] {
  const known = [1, 2, 3, 4]
    .map((quarter) => find(`study-session.q${quarter}`))
    .filter((figure) => figure !== undefined);
  const [first] = known;
  if (first === undefined) return [];
  if (known.every(({ value, missing }) => !missing && value === first.value)) return ['每季度', first, first.unit];
  return known.flatMap((figure, index) => [`${index === 0 ? '' : '、'}第${numerals[index]}季度`, figure, figure.unit]);
}

/** The entries of the year are the rows of a mechanism. */
function mechanisms(find: FindFigure): Piece[] {
  const clauses = counted(find, [
    ['实行审核事项目录化管理，全年制定、修订审核事项目录', 'catalogue-revision'],
    ['建立容错免责机制，全年出台容错免责制度', 'fault-tolerance-rule'],
  ]);
  return clauses.length === 0 ? [] : [...joined(clauses, '；'), '。'];
}

function reviewWork({ find, reviewed }: Given): Piece[] {
  const [received, concluded, points, filed] = ['received', 'concluded', 'points', 'filed'].map((key) =>
    find(`reviews.${key}`),
  );
  const rate = (words: string, key: string): Piece[][] => {
    const figure = find(`reviews.${key}`);
    return isRate(figure) ? [[words, figure]] : [];
  };
  const clauses: Piece[][] = [
    isCounted(received) ? ['全年收到送审事项', received, '件'] : ['全年没有收到送审事项'],
    isCounted(concluded) ? ['审结', concluded, '件，其中', ...reviewed] : ['没有审结的事项'],
  ];
  const unmeasured = counted(find, [['审结事项中', 'reviews.recorded']]).map((clause) => [
    ...clause,
    '据台账补录，没有期限、意见和采纳的数据，不计入各项比率',
  ]);
  const quality = [
    ...unmeasured,
    ...(isCounted(points)
      ? [joined([['提出审查意见', points, '条'], ...rate('意见采纳率', 'adoption-rate')], '，')]
      : []),
    ...counted(find, [['法律顾问参与审查', 'reviews.adviser-participation']]),
    ...rate('按期审结率', 'on-time-rate'),
  ];
  return [
    ...joined(clauses, '，'),
    ...(quality.length === 0 ? [] : ['；', ...joined(quality, '；')]),
    '。',
    ...(isCounted(filed)
      ? [...joined([['全年报送备案', filed, '件'], ...rate('按期备案率', 'filed-on-time-rate')], '，'), '。']
      : []),
  ];
}

function enforcement(find: FindFigure): Piece[] {
  const clauses = counted(find, [
    ['配备使用执法记录仪', 'body-cameras'],
    ['依法审核重大执法决定', 'reviews.enforcement-decision.concluded'],
  ]);
  if (clauses.length === 0) return ['全年没有配备执法记录仪和审核重大执法决定的记录。'];
  return ['规范行政执法行为，', ...joined(clauses, '，'), '。'];
}

function suits({ find, suitEntries }: Given): Piece[] {
  const figure = find('suits');
  const rate = find('attendance.rate');
  if (figure === undefined) return ['本单位未登记行政应诉情况'];
  if ((figure.value ?? 0) === 0) {
    return [suitEntries > 0 ? '全年无行政应诉案件（' : '全年没有行政应诉案件的登记（', figure, figure.unit, '）'];
  }
  const attended = counted(find, [
    ['负责人应出庭', 'head-should-attend'],
    ['实际出庭', 'head-attended'],
  ]);
  return [
    ...joined(
      [['全年行政应诉', figure, figure.unit], ...(attended.length === 0 ? [] : [joined(attended, '、')])],
      '，',
    ),
    ...(rate !== undefined && (rate.missing || isRate(rate)) ? ['，负责人出庭应诉率', rate] : []),
  ];
}

function publicity(find: FindFigure): Piece[] {
  const clauses = counted(find, [
    ['开展普法宣传活动', 'publicity-event'],
    ['发放宣传材料', 'leaflets'],
  ]);
  if (clauses.length === 0) return ['全年没有普法宣传活动的记录。'];
  return ['按照“谁执法谁普法”的要求，', ...joined(clauses, '，'), '。'];
}

function openness(find: FindFigure): Piece[] {
  const published = isCounted(find('information-published'));
  const clauses = counted(find, [
    ['全年公开政府信息', 'information-published'],
    [published ? '其中重点领域信息' : '全年公开重点领域信息', 'information-key-areas'],
  ]);
  if (clauses.length === 0) return ['全年没有公开政府信息的记录。'];
  return ['坚持以公开为常态、不公开为例外，', ...joined(clauses, '，'), '。'];
}

function disputes(find: FindFigure): Piece[] {
  const settled = counted(find, [
    ['调解矛盾纠纷', 'disputes-mediated'],
    ['接待来访群众', 'visitors'],
    ['提供法律咨询', 'consultations'],
  ]);
  const people = counted(find, [
    ['社区矫正对象', 'community-correction'],
    ['安置帮教对象', 'resettlement'],
  ]);
  return [
    ...(settled.length === 0
      ? ['全年没有调解矛盾纠纷、接待来访和法律咨询的记录。']
      : ['坚持和发展新时代“枫桥经验”，全年', ...joined(settled, '，'), '。']),
    ...(people.length === 0 ? [] : ['在册', ...joined(people, '、'), '。']),
  ];
}

/** Only what happened: a count of zero is no problem. */
function problems(find: FindFigure): Piece[] {
  const handedIn = counted(find, [
    ['要求补正', 'reviews.supplements'],
    ['退回', 'reviews.returned'],
    ['不予审核', 'reviews.declined'],
  ]);
  const late = counted(find, [['审核时效有待加强，超期审结', 'reviews.overdue']]);
  const urgent = counted(find, [['提前谋划、及时送审不够，紧急办理', 'reviews.urgent']]);
  const filing = find('reviews.filed-on-time-rate');
  const found: Piece[][] = [
    ...(handedIn.length === 0 ? [] : [['送审质量有待提高，全年', ...joined(handedIn, '、')]]),
    ...late,
    ...urgent,
    ...(isRate(filing) && (filing.value ?? 1) < 1 ? [['备案不够及时，按期备案率', filing]] : []),
  ];
  const [only] = found;
  if (only === undefined) {
    const none = (['received', 'concluded'] as const).every((key) => !isCounted(find(`reviews.${key}`)));
    return [
      none
        ? '全年没有送审和审结的事项，审核台账中没有需要列报的问题。'
        : '审核台账中没有补正、退回、不予审核、超期审结和紧急办理的记录。',
    ];
  }
  if (found.length === 1) return [...only, '。'];
  return found.flatMap((problem, index) => [`${numerals[index]}是`, ...problem, '。']);
}

function plan(find: FindFigure): Piece[] {
  const carried = find('reviews.carried-out');
  return [
    ...(mechanisms(find).length > 0 && isCounted(find('catalogue-revision')) ? ['动态调整审核事项目录，'] : []),
    ...(isCounted(carried) ? ['做好结转的', carried, '件事项的审查，'] : []),
  ];
}
