/** Documents, enforcement decisions and major decisions of the first town. */
import { points, vouched, type LiveCase } from '../live-case.ts';

export const otherCategories: readonly LiveCase[] = [
  {
    category: 'normative-document',
    title: '农村公益性岗位管理办法',
    materials: 'public-posts',
    fields: { submittingUnit: '社会事务办', consultationDays: 30 },
    drafted: [10, '09:30'],
    acts: [
      [[9, '09:00'], 'clerk', 'submit', vouched],
      [[8, '09:20'], 'intake', 'accept'],
      [
        [8, '09:30'],
        'intake',
        'advisers.assign',
        ({ person }) => ({ advisers: [person('adviser'), person('adviser2')] }),
      ],
      [
        [6, '10:40'],
        'adviser',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree',
          text: '岗位分配、招聘和退出的规定与就业促进法和上级规定一致，没有增加申请人的条件，同意。',
        },
      ],
      [
        [5, '15:10'],
        'adviser2',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree',
          text: '送审稿没有设定行政许可、行政处罚，退出前听取本人陈述的规定有利于保护在岗人员的权益，同意。',
          points: [
            {
              clause: '第七条',
              basis: '《中华人民共和国劳动合同法》第三十九条',
              suggestion: '印发时附考核表样式，便于各村统一执行。',
            },
          ],
        },
      ],
      [
        [2, '16:20'],
        'intake',
        'findings.record',
        {
          conclusion: 'legal',
          text: '经审查，送审稿的制定主体、权限、内容和程序符合规定，未发现违法内容。',
          points: points({
            body: ['ok', '镇人民政府有权就本行政区域内的就业援助工作制定规范性文件。'],
            powers: ['ok', '内容属于上级规定交由乡镇实施的岗位分配、招聘和日常管理，没有超越职权。'],
            'higher-law': ['ok', '安置对象、补贴标准与《中华人民共和国就业促进法》和省、市规定一致。'],
            'created-powers': ['ok', '没有设定行政许可、处罚、强制、征收和收费。'],
            rights: ['ok', '第五条注明和公示近亲属关系，没有排除其申请资格；第七条退出前听取陈述。'],
            gain: ['ok', '没有增加本单位权力或者减少法定职责。'],
            procedure: ['ok', '公开征求意见30日，逐条说明了采纳情况。'],
          }),
        },
      ],
    ],
  },
  {
    category: 'normative-document',
    title: '镇区犬只管理规定',
    materials: 'dogs',
    fields: { submittingUnit: '综合执法办', consultationDays: 30 },
    drafted: [2, '16:10'],
    acts: [[[1, '09:00'], 'clerk', 'submit', { ...vouched, note: '第六条的表述请重点审核。' }]],
  },
  {
    category: 'enforcement-decision',
    title: '对某运输公司未密闭运输建筑垃圾拟作出罚款的决定',
    materials: 'haulage',
    fields: ({ before }) => ({
      submittingUnit: '综合执法办',
      trigger: 'major-public-interest',
      decisionKind: 'penalty',
      caseFiledOn: before(29),
    }),
    drafted: [9, '14:00'],
    acts: [
      [[8, '09:15'], 'clerk', 'submit', vouched],
      [[7, '09:30'], 'intake', 'accept'],
      [[7, '09:40'], 'intake', 'advisers.assign', ({ person }) => ({ advisers: [person('adviser')] })],
      [
        [5, '10:20'],
        'adviser',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree',
          text: '违法事实有现场检查笔录、询问笔录和监控录像相互印证，适用条款准确，罚款数额在法定幅度以内，同意。',
        },
      ],
      [
        [4, '11:00'],
        'intake',
        'findings.record',
        {
          conclusion: 'agree',
          text: '经审核，主体适格，事实清楚，证据确凿，程序合法，适用依据准确，裁量适当，同意作出处罚决定。',
          points: points({
            body: ['ok', '本项处罚权已由省人民政府决定交由乡镇人民政府行使，并已公告。'],
            officers: ['ok', '调查人员2人，均持有效行政执法证件，已全程出示。'],
            procedure: ['ok', '立案、调查、告知程序完备，当事人书面放弃陈述、申辩和听证。'],
            evidence: ['ok', '检查笔录、照片、询问笔录和监控录像相互印证，趟次和路段一致。'],
            law: [
              'ok',
              '适用《中华人民共和国大气污染防治法》第七十条、第一百一十六条；再次违法且临近学校，罚款18000元在2000元以上20000元以下的幅度内。',
            ],
            powers: ['ok', '违法行为发生在本镇辖区，数额在法定幅度内，没有超越权限。'],
            papers: ['ok', '文书要素齐全，决定书写明了救济途径和期限。'],
            transfer: ['not-applicable', '未发现涉嫌犯罪、需要移送的情形。'],
          }),
        },
      ],
      [[3, '09:20'], 'director', 'sign-off', { note: '同意。' }],
      [
        [2, '10:10'],
        'leader',
        'decision.make',
        ({ before }) => ({ on: before(2), documentNumber: `柳罚决字〔${before(2).slice(0, 4)}〕7号` }),
      ],
      [
        [1, '15:20'],
        'clerk',
        'decision.serve',
        ({ before }) => ({ on: before(1), manner: '直接送达，当事人法定代表人签收' }),
      ],
    ],
  },
  {
    category: 'enforcement-decision',
    title: '对某建材厂未批先建拟作出限期拆除的决定',
    materials: 'building',
    fields: { submittingUnit: '综合执法办', trigger: 'difficult-case', decisionKind: 'other' },
    drafted: [4, '15:30'],
    acts: [
      [[3, '09:10'], 'clerk', 'submit', vouched],
      [[2, '09:00'], 'intake', 'accept'],
      [[2, '09:10'], 'intake', 'advisers.assign', ({ person }) => ({ advisers: [person('adviser2')] })],
    ],
  },
  {
    category: 'major-decision',
    title: '镇区集贸市场整体搬迁方案',
    materials: 'market',
    fields: { submittingUnit: '经济发展办', socialRisk: true },
    drafted: [3, '16:40'],
    acts: [
      [[2, '09:20'], 'clerk', 'submit', vouched],
      [[1, '10:30'], 'intake', 'accept', { note: '附社会稳定风险评估报告。' }],
    ],
  },
];
