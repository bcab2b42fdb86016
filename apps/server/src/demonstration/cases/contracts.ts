/** Contracts of the first town: from a draft to an archived one. */
import { points, vouched, type LiveCase } from '../live-case.ts';

const category = 'contract';

export const contracts: readonly LiveCase[] = [
  {
    category,
    title: '镇中心小学校车服务合同',
    materials: 'school-bus',
    fields: {
      submittingUnit: '社会事务办',
      scale: 'ordinary',
      amount: 418_000,
      counterparty: '清河县安途客运有限公司',
    },
    drafted: [13, '15:10'],
    acts: [
      [[12, '09:20'], 'clerk', 'submit', vouched],
      [[11, '08:50'], 'intake', 'accept', { note: '材料齐全，附采购结果。' }],
      [[11, '09:05'], 'intake', 'advisers.assign', ({ person }) => ({ advisers: [person('adviser')] })],
      [
        [9, '16:20'],
        'adviser',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree',
          text: '对方具备道路旅客运输和校车服务资质，合同条款与采购结果一致，责任和解除条件明确，未发现违法内容。',
          points: [
            {
              clause: '第六条',
              basis: '《校车安全管理条例》第十四条',
              suggestion: '签订时核对承运人责任险保单的起止日期，覆盖全部服务期。',
            },
          ],
        },
      ],
      [
        [8, '10:30'],
        'intake',
        'findings.record',
        {
          conclusion: 'may-sign',
          text: '经审查，对方主体适格，采购程序完备，合同内容未发现违反法律、行政法规强制性规定的情形，可以签订。',
          points: points({
            parties: ['ok', '营业执照、道路运输经营许可证和6个校车标牌均在有效期内，驾驶人8人具备校车驾驶资格。'],
            authority: ['ok', '经竞争性磋商确定供应商，成交价与合同价一致，费用列入本年度预算。'],
            content: ['ok', '服务内容和安全要求符合《校车安全管理条例》的规定。'],
            'rights-and-duties': ['ok', '服务线路、次数、费用和四期付款条件明确。'],
            liability: ['ok', '约定了不具备标牌、资格时的解除权和违约金。'],
            dispute: ['ok', '约定由甲方所在地人民法院管辖，调整和提前终止须书面通知。'],
            'public-interest': ['ok', '约定了照管人员和每座不低于60万元的责任险，有利于保障学生安全。'],
          }),
        },
      ],
      [[7, '09:40'], 'director', 'sign-off', { note: '同意。签订时一并核对保险单。' }],
      [
        [4, '10:00'],
        'clerk',
        'contract.sign',
        ({ before, after }) => ({
          on: before(4),
          counterparty: '清河县安途客运有限公司',
          payments: [
            { on: after(84), note: '第一期服务费104500元' },
            { on: after(174), note: '第二期服务费104500元' },
            { on: after(264), note: '第三期服务费104500元' },
            { on: after(354), note: '第四期服务费104500元' },
          ],
          expiresOn: after(358),
        }),
      ],
      [[2, '14:30'], 'intake', 'file', ({ before }) => ({ on: before(2), target: '清河县司法局' })],
      [[1, '10:15'], 'archivist', 'archive', ({ before }) => ({ fileNumber: `${before(1).slice(0, 4)}-合-1` })],
    ],
    sealed: {
      when: [3, '15:20'],
      materials: 'school-bus-sealed',
      reason: '删去“草案”字样，填写签署栏和签订日期，权利义务没有变动。',
    },
  },
  {
    category,
    title: '村级污水处理设施运行维护合同',
    materials: 'sewage',
    fields: {
      submittingUnit: '乡村建设办',
      scale: 'large',
      amount: 1_956_000,
      counterparty: '山东清泽水务运营有限公司',
    },
    drafted: [11, '10:40'],
    acts: [
      [[10, '09:10'], 'clerk', 'submit', { ...vouched, note: '三年期合同，后两年费用以预算批复为准。' }],
      [[9, '09:00'], 'intake', 'accept'],
      [[9, '09:15'], 'intake', 'advisers.assign', ({ person }) => ({ advisers: [person('adviser2')] })],
      [
        [7, '11:10'],
        'adviser2',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree-with-changes',
          text: '委托运营可以采用，设备更换和设施移交的约定过于简单，建议修改后签订。',
          points: [
            {
              clause: '第六条',
              problem: '只按单价划分更换责任，没有约定更换期限，设备停运期间的责任不清',
              basis: '《中华人民共和国民法典》第五百一十条、第五百一十一条',
              suggestion: '约定乙方发现故障后24小时内报告，5000元以下的设备72小时内更换完毕',
              risk: '设备长期停运造成污水直排',
            },
            {
              clause: '第八条',
              problem: '没有约定移交时设施应当达到的状态',
              suggestion: '增加移交清单和验收程序，约定主要设备完好率不低于95%',
            },
          ],
        },
      ],
      [
        [5, '15:30'],
        'intake',
        'findings.record',
        {
          conclusion: 'sign-after-changes',
          text: '经审查，采购程序和资金安排完备，考核扣减、违约责任和管辖的约定应当修改，法律顾问的意见一并采纳，修改后可以签订。',
          points: points({
            parties: ['ok', '营业执照和授权委托书齐全，有同类设施运行业绩，未见环境违法处罚记录。'],
            authority: ['ok', '经党政联席会议同意，公开招标，本年度费用列入预算。'],
            content: ['ok', '水质要求引用了现行排放标准，未发现违反强制性规定的内容。'],
            'rights-and-duties': ['ok', '服务范围、费用和付款期次明确。'],
            liability: [
              'problem',
              '第五条约定扣减比例由双方协商、第七条只有原则性表述，出水不达标时难以追究责任，应当写明扣减比例和解除条件。',
            ],
            dispute: ['problem', '第九条约定由乙方所在地人民法院管辖，不利于甲方主张权利，应当改为甲方所在地。'],
            'public-interest': ['ok', '设施运行关系农村水环境，按上述意见修改后有利于维护公共利益。'],
          }),
        },
      ],
      [[4, '09:30'], 'director', 'sign-off', { note: '请乡村建设办修改后逐条反馈。' }],
      [
        [2, '16:00'],
        'clerk',
        'adoption.record',
        {
          adoption: 'partial',
          reasons: '关于设备完好率的意见，部分站点设备已使用八年，经与对方协商按分档标准约定，其余意见全部采纳。',
          lines: [
            {
              line: 1,
              adopted: 'full',
              changedText: '第五条 季度检测有一站不达标的，扣减当季费用的5%；连续两个季度不达标的，甲方有权解除合同。',
            },
            { line: 2, adopted: 'full', changedText: '第九条 协商不成的，由甲方所在地人民法院管辖。' },
            {
              line: 3,
              adopted: 'full',
              changedText: '第六条 乙方发现故障后24小时内报告，单价5000元以下的设备72小时内更换完毕。',
            },
            {
              line: 4,
              adopted: 'partial',
              reason: '3座老旧站点的设备使用年限较长，完好率改为不低于90%，其他站点不低于95%。',
              changedText: '第八条 移交时按清单验收，主要设备完好率不低于95%，附件所列3座站点不低于90%。',
            },
          ],
        },
      ],
    ],
  },
  {
    category,
    title: '文化广场改造工程施工合同',
    materials: 'square',
    fields: {
      submittingUnit: '社会事务办',
      scale: 'ordinary',
      amount: 983_600,
      counterparty: '清河县宏远建筑工程有限公司',
    },
    drafted: [6, '14:20'],
    acts: [
      [[5, '09:00'], 'clerk', 'submit', vouched],
      [[4, '09:10'], 'intake', 'accept'],
      [[4, '09:20'], 'intake', 'advisers.assign', ({ person }) => ({ advisers: [person('adviser')] })],
      [
        [2, '11:40'],
        'adviser',
        'opinion.give',
        {
          noConflict: true,
          conclusion: 'agree-with-changes',
          text: '对方资质和招标程序完备，付款与进度相符。建议明确违约责任。',
          points: [
            {
              clause: '第八条',
              problem: '只约定承担相应责任，没有逾期竣工和质量不合格的具体责任',
              basis: '《中华人民共和国民法典》第五百八十五条、第八百零一条',
              suggestion: '约定逾期竣工每日按合同价款的万分之五支付违约金，质量不合格的限期无偿返工',
              risk: '逾期竣工时只能主张实际损失，举证困难',
            },
            {
              clause: '第九条',
              problem: '同时约定仲裁和诉讼，仲裁约定无效',
              basis: '《最高人民法院关于适用〈中华人民共和国仲裁法〉若干问题的解释》第七条',
              suggestion: '改为向工程所在地人民法院提起诉讼',
            },
          ],
        },
      ],
    ],
  },
  {
    category,
    title: '办公设备维保合同',
    materials: 'office-equipment',
    fields: {
      submittingUnit: '党政办',
      scale: 'standard',
      amount: 36_000,
      counterparty: '清河县瑞通信息技术服务部',
    },
    drafted: [6, '09:50'],
    acts: [
      [[5, '09:30'], 'clerk', 'submit', vouched],
      [[4, '10:00'], 'intake', 'accept'],
    ],
  },
  {
    category,
    title: '农田水利设施管护委托合同',
    materials: 'irrigation',
    fields: {
      submittingUnit: '农业农村办',
      scale: 'ordinary',
      amount: 168_000,
      counterparty: '清河县润禾农业服务专业合作社',
    },
    drafted: [4, '10:10'],
    acts: [
      [[3, '09:40'], 'clerk', 'submit', vouched],
      [[2, '10:20'], 'intake', 'accept'],
      [
        [1, '09:10'],
        'intake',
        'supplement.request',
        {
          items: [
            '请补充对方当事人的资信证明（未列入经营异常名录、失信被执行人名单的查询结果）',
            '请补充资金来源说明，写明全年管护费168000元是否列入本年度预算',
          ],
        },
      ],
    ],
  },
  {
    category,
    title: '镇区垃圾分类设施采购合同',
    materials: 'waste-bins',
    fields: {
      submittingUnit: '乡村建设办',
      scale: 'ordinary',
      amount: 286_400,
      counterparty: '清河县洁源环卫设备有限公司',
    },
    drafted: [1, '15:40'],
    acts: [],
  },
];
