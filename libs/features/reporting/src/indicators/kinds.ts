/** Kinds of indicators, which are counted besides reviews. Pure. */

export interface Kind {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** `sum`: the numbers of the year are added; `standing`: the last entry of the year is its figure. */
  readonly mode: 'sum' | 'standing';
  /** The section of the annual report that contains the figure. */
  readonly section: string;
  /** Synonyms for quick entry. */
  readonly synonyms: readonly string[];
  /** `quarter`: the keepers of the ledger are notified of a quarter without an entry. */
  readonly expected: 'quarter' | null;
  readonly active: boolean;
}

const kind = (
  key: string,
  label: string,
  unit: string,
  section: string,
  synonyms: readonly string[],
  more: Partial<Pick<Kind, 'mode' | 'expected'>> = {},
): Kind => ({ key, label, unit, section, synonyms, mode: 'sum', expected: null, active: true, ...more });

const study = '领导干部学法';
const law = '法治宣传教育';
const openness = '政务公开';
const disputes = '矛盾纠纷化解';
const courts = '行政应诉';
/** What the report says of a mechanism, it says by these entries. */
const mechanisms = '合法性审核制度机制';
const lastEntry = { mode: 'standing' } as const;

/** The kinds that the annual report of a town commonly counts; an organisation changes them or adds its own. */
export const defaultKinds: readonly Kind[] = [
  kind('study-session', '班子集体学法', '次', study, ['学法', '集体学法', '领导班子学法'], { expected: 'quarter' }),
  kind('training', '法治培训', '次', study, ['培训', '业务培训', '执法培训']),
  kind('publicity-event', '普法宣传活动', '场', law, ['普法活动', '普法宣传', '普法']),
  kind('leaflets', '发放宣传材料', '份', law, ['宣传材料', '发放宣传单', '宣传单', '宣传册']),
  kind('information-published', '信息公开', '条', openness, ['公开信息', '政府信息公开', '主动公开']),
  kind('information-key-areas', '重点领域信息公开', '条', openness, ['重点领域', '重点领域信息']),
  kind('disputes-mediated', '人民调解', '件', disputes, ['调解', '调解纠纷', '矛盾纠纷调解']),
  kind('visitors', '接待来访', '人次', disputes, ['来访', '接待群众', '接待']),
  kind('consultations', '法律咨询', '次', disputes, ['咨询', '解答咨询']),
  kind('suits', '行政诉讼', '件', courts, ['行政应诉', '应诉', '诉讼']),
  kind('head-should-attend', '负责人应出庭', '件', courts, ['应出庭']),
  kind('head-attended', '负责人出庭应诉', '件', courts, ['负责人出庭', '实际出庭']),
  kind('community-correction', '社区矫正', '人', '特殊人群管理', ['矫正', '社区矫正对象', '在矫'], lastEntry),
  kind('resettlement', '安置帮教', '人', '特殊人群管理', ['帮教', '安置帮教对象'], lastEntry),
  kind('catalogue-revision', '制定、修订审核事项目录', '次', mechanisms, ['审核事项目录', '审核目录']),
  kind('fault-tolerance-rule', '出台容错免责制度', '件', mechanisms, ['容错免责制度', '容错免责']),
  kind('body-cameras', '执法记录仪', '台', '行政执法全过程记录', ['记录仪'], lastEntry),
];

/** The defaults with the changes of the organisation, then its own kinds. */
export function kindsOf(changed: readonly Kind[]): Kind[] {
  const byKey = new Map(changed.map((one) => [one.key, one]));
  const known = defaultKinds.map((one) => byKey.get(one.key) ?? one);
  const own = changed.filter(({ key }) => !defaultKinds.some((one) => one.key === key));
  return [...known, ...own];
}

/** The head's attendance in court (行政诉讼法 3): the attended hearings among those that required it. */
export interface Attendance {
  readonly shouldAttend: number;
  readonly attended: number;
  /** 0 to 1; null where no head had to attend, and where entries are missing. */
  readonly rate: number | null;
  readonly note: string | null;
}

/** Notes of a year in which no head had to attend: it has no rate, and nothing is missing. */
export const noAttendanceDue: readonly string[] = ['无应诉案件', '没有负责人应出庭的案件'];

/** @param isEntered whether somebody entered how many hearings required the head, which may be none */
export function attendanceOf(suits: number, shouldAttend: number, attended: number, isEntered: boolean): Attendance {
  const counts = { shouldAttend, attended };
  const [noSuit = '', noneDue = ''] = noAttendanceDue;
  if (suits === 0 && shouldAttend === 0 && attended === 0) return { ...counts, rate: null, note: noSuit };
  if (attended > shouldAttend) return { ...counts, rate: null, note: '出庭件数多于应出庭件数，请核对' };
  if (shouldAttend === 0) return { ...counts, rate: null, note: isEntered ? noneDue : '未登记负责人应出庭件数' };
  return { ...counts, rate: Math.round((attended / shouldAttend) * 10_000) / 10_000, note: null };
}
