import type { Query } from '../../api/types.ts';

export type FigureKey = NonNullable<Query<'/api/reports/annual/{year}/cases'>['figure']>;

export const figureLabels: Readonly<Record<FigureKey, string>> = {
  carriedIn: '上年结转',
  received: '收件',
  accepted: '受理',
  concluded: '审结',
  returned: '退回',
  declined: '不予审核',
  withdrawn: '撤回',
  carriedOut: '结转下年',
  supplements: '要求补正',
  overdue: '逾期审结',
  urgent: '紧急办理',
  adviserParticipation: '法律顾问参与',
  filed: '备案',
  filedOnTime: '按时备案',
};

/** In the order in which the books balance. */
export const figuresShown = Object.keys(figureLabels) as FigureKey[];
