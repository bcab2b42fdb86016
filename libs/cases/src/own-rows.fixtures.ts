/** One payload of each kind of history row that no event of a definition writes, with every possible property. */
import type { OwnPayloads } from './read/loaded-case.ts';

const changed = { year: 2026, documentNumber: '国办发明电〔2025〕7号' };

/** The clock is called `review`. */
export const ownPayloads: OwnPayloads = {
  create: { title: '采购合同', import: { file: '0'.repeat(64), name: '台账.xlsx', line: 12 } },
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
};
