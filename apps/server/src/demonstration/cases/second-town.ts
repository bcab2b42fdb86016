/** A few cases of the second town, to show that neither town sees the other's. */
import { vouched, type LiveCase } from '../live-case.ts';

export const secondTownCases: readonly LiveCase[] = [
  {
    category: 'contract',
    title: '东山镇道路保洁服务合同',
    materials: 'east-cleaning',
    fields: {
      submittingUnit: '乡村建设办',
      scale: 'ordinary',
      amount: 384_000,
      counterparty: '清河县美家保洁服务有限公司',
    },
    drafted: [3, '10:00'],
    acts: [
      [[2, '09:30'], 'clerk', 'submit', vouched],
      [[1, '09:40'], 'intake', 'accept'],
    ],
  },
  {
    category: 'normative-document',
    title: '东山镇集体资产管理办法',
    materials: 'east-assets',
    fields: { submittingUnit: '农业农村办', consultationDays: 30 },
    drafted: [2, '14:50'],
    acts: [[[1, '09:50'], 'clerk', 'submit', vouched]],
  },
  {
    category: 'contract',
    title: '东山镇便民服务中心物业合同',
    materials: 'east-property',
    fields: {
      submittingUnit: '党政办',
      scale: 'ordinary',
      amount: 216_000,
      counterparty: '清河县和顺物业服务有限公司',
    },
    drafted: [1, '16:30'],
    acts: [],
  },
];
