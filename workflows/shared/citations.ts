/**
 * The sources that rules and clocks cite. Limits are parameters of the rule set, so that a town whose province has
 * shorter limits can change them; the source is always shown next to the limit.
 */
export const citations = {
  civilServants: '《中华人民共和国公务员法》第七十六条、第七十七条',
  lawyers: '《中华人民共和国律师法》第三十九条',
  normativeReview: '《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）',
  normativeManagement: '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）',
  advisers: '《关于推行法律顾问制度和公职律师公司律师制度的意见》（中办发〔2016〕30号）',
  fairCompetition: '《公平竞争审查条例》第十八条',
  businessConsultation: '《优化营商环境条例》第六十二条',
  publicInformation: '《中华人民共和国政府信息公开条例》第二十六条',
  penaltyReview: '《中华人民共和国行政处罚法》第五十八条',
  penaltyDecision: '《中华人民共和国行政处罚法》第五十七条',
  penaltyTime: '《中华人民共和国行政处罚法》第六十条',
  penaltyUrgency: '《中华人民共和国行政处罚法》第四十九条、第六十条',
  penaltyService: '《中华人民共和国行政处罚法》第六十一条',
  penaltyHearing: '《中华人民共和国行政处罚法》第六十四条',
  penaltyPublicity: '《中华人民共和国行政处罚法》第四十八条',
  enforcementPublicity:
    '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）',
  majorReview: '《重大行政决策程序暂行条例》（国务院令第713号）第二十五条',
  majorMaterials: '《重大行政决策程序暂行条例》（国务院令第713号）第二十六条',
  majorReviewPoints: '《重大行政决策程序暂行条例》（国务院令第713号）第二十七条',
  majorAdvisers: '《重大行政决策程序暂行条例》（国务院令第713号）第二十八条',
  majorDeliberation: '《重大行政决策程序暂行条例》（国务院令第713号）第三十条',
  periods: '《中华人民共和国民法典》第二百零三条',
  contractPerformance: '《中华人民共和国民法典》第五百零九条',
  congressFiling: '《中华人民共和国各级人民代表大会常务委员会监督法》关于规范性文件备案审查的规定',
  partyFiling: '《中国共产党党内法规和规范性文件备案审查规定》',
  retention: '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）',
  townRules: '本镇合法性审查工作规则',
} as const;
