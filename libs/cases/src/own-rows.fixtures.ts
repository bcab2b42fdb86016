/** One payload of each kind of history row that no event of a definition writes, with every possible property. */
import type { OwnPayloads, RegisterLine } from './read/loaded-case.ts';

const changed = { year: 2026, documentNumber: '国办发明电〔2025〕7号' };

const line: RegisterLine = {
  title: '采购合同',
  file: { name: '台账.xlsx', sha256: '0'.repeat(64), sheet: '2023年' },
  line: 12,
  said: [{ heading: '合同名称', text: '采购合同' }],
  record: {
    unit: '党政办',
    receivedOn: '2023-02-06',
    acceptedOn: '2023-02-07',
    reviewer: '李审查',
    adviser: '王律师',
    conclusion: '可以签订',
    number: '合审〔2023〕7号',
    concludedOn: '2023-02-09',
    filedOn: '2023-02-20',
    status: '审结',
    note: '原件存档',
  },
};

/** The clock is called `review`. */
export const ownPayloads: OwnPayloads = {
  create: { title: '采购合同' },
  'calendar.recomputed': {
    ...changed,
    together: [changed],
    clocks: [
      { key: 'review', from: '2026-02-13', to: '2026-02-14' },
      { key: 'review', from: '2026-02-13', to: null },
    ],
  },
  'clock.lapsed': { clock: 'review', label: '审查期限', lastDay: '2026-02-13' },
  'clock.settled': { clock: 'review', label: '审查期限', on: '2026-02-13', note: '已付清。' },
  'version.migrated': {
    from: 1,
    to: 2,
    orderedBy: '周管理员',
    reason: '柳政发〔2026〕9号',
    changes: ['期限“旧期限”终止'],
  },
  'number.void': { number: '审〔2026〕1号', reason: '打印错误' },
  'register.record': line,
  'register.completed': line,
  'register.converted': { ...line, until: 8, generated: { opinion: 2, fact: 5 } },
  'register.generated': { until: 8 },
  'record.dates': { on: '2023-02-10', expiresOn: '2026-02-09' },
};
