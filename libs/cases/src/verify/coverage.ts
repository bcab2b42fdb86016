/**
 * What verification covers: every column of the tables of a case that a page shows, and what covers it. The one list:
 * `verifyCase` compares by it, commits and the log record by it, and a test compares it with the entities and with the
 * table of the manual.
 */

/** How the value of a column follows from the chain. */
export type Cover =
  /** The history row of the commit has the SM3 of what the commit wrote (`history_write`). */
  | 'commit'
  /** The log of the case has the row as it was written between two commits (`case_log`). */
  | 'log'
  /** The row itself is a link of a chain. */
  | 'chain'
  /** Computed from rows that are covered. */
  | 'derived'
  /** The bytes, hashed again. */
  | 'content';

export interface CoveredTable {
  /** Chinese, as people read it. */
  readonly label: string;
  /** Columns that find a row within its case. */
  readonly key: readonly string[];
  readonly cover: Cover;
  /** Instant at which a row was written; null where the table has none. */
  readonly writtenAt: string | null;
  /** Label of every covered column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that are covered otherwise than by `cover`. */
  readonly covers?: Readonly<Record<string, Cover>>;
  /** Columns that nothing covers, each with the reason. */
  readonly not?: Readonly<Record<string, string>>;
}

const place = { org_path: '机关路径' };
const request = {
  request_key: '重复请求的识别，不显示',
  request_hash: '重复请求的识别，不显示',
};
const caseIsKey = { case_id: '查找本案各行所用：移到别案的行，在两案都会指出' };
const bytes = { content: '文件内容' };

export const coverage = {
  review_case: {
    label: '案件',
    key: ['id'],
    cover: 'commit',
    writtenAt: 'created_at',
    columns: {
      org_id: '机关',
      ...place,
      category: '类别',
      title: '名称',
      definition_version: '流程版本',
      ruleset_version: '规则版本',
      state: '状态',
      stage: '环节',
      status: '是否办结',
      version: '办理次数',
      documents: '材料份数',
      stored: '填报项和办理状态',
      last_hash: '记录链末尾',
      created_by: '送审人',
      created_at: '新建时间',
      updated_at: '最近办理时间',
      due_on: '到期日',
      back_dated: '是否事后登记',
      recorded: '是否补录',
      log_seq: '案外记录条数',
      log_hash: '案外记录链末尾',
    },
    covers: { documents: 'derived', last_hash: 'chain', log_seq: 'chain', log_hash: 'chain' },
  },
  history: {
    label: '办理记录',
    key: ['seq'],
    cover: 'chain',
    writtenAt: 'at',
    columns: {
      ...place,
      at: '时间',
      type: '事项',
      actor_id: '办理人',
      body: '内容',
      prev_hash: '上一条链值',
      hash: '链值',
    },
    not: caseIsKey,
  },
  history_write: {
    label: '办理写入记录',
    key: ['seq'],
    cover: 'chain',
    writtenAt: null,
    columns: { ...place, body: '内容' },
    not: caseIsKey,
  },
  case_log: {
    label: '案外记录',
    key: ['seq'],
    cover: 'chain',
    writtenAt: 'at',
    columns: { ...place, at: '时间', type: '事项', body: '内容', prev_hash: '上一条链值', hash: '链值' },
    not: caseIsKey,
  },
  task: {
    label: '任务',
    key: ['id'],
    cover: 'commit',
    writtenAt: 'opened_at',
    columns: {
      ...place,
      key: '任务种类',
      visit: '第几次',
      seat: '席位',
      role: '岗位',
      label: '名称',
      holder: '承办人',
      clock_key: '期限',
      status: '是否办结',
      outcome: '结果',
      due_on: '到期日',
      provisional: '是否暂估',
      opened_at: '开始时间',
      closed_at: '办结时间',
      closed_by: '办结人',
      turn: '轮次',
    },
    not: caseIsKey,
  },
  clock: {
    label: '期限',
    key: ['key', 'run'],
    cover: 'commit',
    writtenAt: null,
    columns: {
      ...place,
      status: '状态',
      due_on: '到期日',
      provisional: '是否暂估',
      on_due: '到期事项',
      state: '逐日计数',
    },
    not: caseIsKey,
  },
  fact: {
    label: '登记事实',
    key: ['id'],
    cover: 'commit',
    writtenAt: null,
    columns: {
      org_id: '机关',
      ...place,
      category: '类别',
      kind: '种类',
      on_date: '日期',
      year: '年度',
      detail: '内容',
    },
    not: caseIsKey,
  },
  opinion: {
    label: '意见',
    key: ['id'],
    cover: 'commit',
    writtenAt: 'at',
    columns: {
      ...place,
      act: '种类',
      round: '轮次',
      by_person: '签署人',
      by_name: '签署人姓名',
      conclusion: '结论',
      text: '正文',
      points: '审查要点',
      at: '签署时间',
      hash: '签署校验值',
    },
    not: caseIsKey,
  },
  document_number: {
    label: '文号',
    key: ['code', 'year', 'number'],
    cover: 'commit',
    writtenAt: 'taken_at',
    columns: {
      org_id: '机关',
      ...place,
      text: '文号',
      purpose: '用途',
      taken_at: '取号时间',
      void_reason: '作废原因',
      voided_by: '作废人',
      voided_by_name: '作废人姓名',
      voided_at: '作废时间',
    },
    not: { ...caseIsKey, id: '内部编号，不显示' },
  },
  case_access: {
    label: '查阅权限',
    key: ['person_id'],
    cover: 'commit',
    writtenAt: 'granted_at',
    columns: { ...place, granted_at: '授予时间', revoked_at: '收回时间', revoked_reason: '收回原因' },
    not: caseIsKey,
  },
  document: {
    label: '材料',
    key: ['id'],
    cover: 'log',
    writtenAt: 'uploaded_at',
    columns: {
      ...place,
      kind: '种类',
      name: '文件名',
      version: '版本',
      size: '大小',
      media_type: '格式',
      sha256: 'SHA-256',
      sm3: 'SM3',
      uploaded_by: '报送人',
      uploaded_at: '报送时间',
      round: '轮次',
      scan: '病毒检查结果',
      scan_finding: '查出的病毒',
      scanned_at: '病毒检查时间',
      ...bytes,
    },
    covers: { content: 'content' },
    not: caseIsKey,
  },
  paper: {
    label: '文书',
    key: ['id'],
    cover: 'log',
    writtenAt: 'made_at',
    columns: {
      org_id: '机关',
      ...place,
      kind: '种类',
      title: '标题',
      number_text: '文号',
      round: '轮次',
      cause_seq: '所据记录',
      template_key: '模板',
      template_version: '模板版本',
      media_type: '格式',
      size: '大小',
      sha256: 'SHA-256',
      sm3: 'SM3',
      signed_by: '签署人',
      signed_by_name: '签署人姓名',
      made_at: '制作时间',
      ...bytes,
    },
    covers: { content: 'content' },
    not: caseIsKey,
  },
  recording: {
    label: '音像记录',
    key: ['id'],
    cover: 'log',
    writtenAt: 'entered_at',
    columns: {
      ...place,
      stage: '环节',
      device: '设备',
      officer: '执法人员',
      started_at: '开始时间',
      ended_at: '结束时间',
      file_name: '文件名',
      sha256: 'SHA-256',
      document_id: '对应材料',
      shows: '内容',
      entered_by: '登记人',
      entered_by_name: '登记人姓名',
      entered_at: '登记时间',
    },
    not: { ...caseIsKey, ...request },
  },
  recording_void: {
    label: '音像记录作废',
    key: ['recording_id'],
    cover: 'log',
    writtenAt: 'voided_at',
    columns: { ...place, reason: '原因', voided_by: '作废人', voided_by_name: '作废人姓名', voided_at: '作废时间' },
    not: caseIsKey,
  },
  comparison: {
    label: '比对',
    key: ['id'],
    cover: 'log',
    writtenAt: 'asked_at',
    columns: {
      ...place,
      left_id: '左侧材料',
      right_id: '右侧材料',
      state: '状态',
      code: '失败原因',
      basis: '比对方式',
      differences: '差异处数',
      hunks: '差异内容',
      not_compared: '未比对的内容',
      reader: '读取程序版本',
      left_pages: '左侧页数',
      right_pages: '右侧页数',
      asked_by: '发起人',
      asked_at: '发起时间',
      finished_at: '完成时间',
    },
    not: { ...caseIsKey, attempts: '后台尝试次数，不显示' },
  },
  page_count: {
    label: '页数',
    key: ['id'],
    cover: 'log',
    writtenAt: 'entered_at',
    columns: {
      ...place,
      item_id: '案卷文件',
      pages: '页数',
      entered_by: '填写人',
      entered_by_name: '填写人姓名',
      entered_at: '填写时间',
    },
    not: caseIsKey,
  },
  refusal_met: {
    label: '规则不予通过的记录',
    key: ['id'],
    cover: 'log',
    writtenAt: 'at',
    columns: {
      ...place,
      version: '当时的办理次数',
      event: '事项',
      rules: '规则',
      refusals: '理由',
      by_person: '办理人',
      by_name: '办理人姓名',
      at: '时间',
    },
    not: caseIsKey,
  },
  urge: {
    label: '催办',
    key: ['id'],
    cover: 'log',
    writtenAt: 'at',
    columns: { ...place, task_id: '任务', seq: '第几次', by_person: '催办人', note: '附言', at: '时间' },
    not: caseIsKey,
  },
  case_copy: {
    label: '抄送',
    key: ['id'],
    cover: 'log',
    writtenAt: 'at',
    columns: {
      ...place,
      person_id: '抄送对象',
      by_person: '抄送人',
      version: '当时的办理次数',
      note: '附言',
      at: '时间',
    },
    not: { ...caseIsKey, outbox_id: '后台消息的编号，不显示' },
  },
  archive_hand_over_case: {
    label: '档案移交',
    key: ['hand_over_id'],
    cover: 'log',
    writtenAt: null,
    columns: {
      ...place,
      line: '序号',
      category: '类别',
      title: '题名',
      number: '文号',
      file_number: '档号',
      archived_on: '归档日期',
      retention: '保管期限',
      items: '件数',
      pages: '页数',
      last_hash: '移交时的链值',
    },
    not: caseIsKey,
  },
  register_entry: {
    label: '台账',
    key: [],
    cover: 'derived',
    writtenAt: null,
    columns: {
      org_id: '机关',
      ...place,
      category: '类别',
      title: '名称',
      unit: '送审单位',
      received_on: '收件日期',
      accepted_on: '受理日期',
      concluded_on: '审结日期',
      filed_on: '备案日期',
      outcome: '结果',
      ended_on: '结束日期',
      conclusion: '结论',
      number: '文号',
      reviewers: '审查人',
      advisers: '法律顾问',
      reason: '原因',
      adoption: '采纳情况',
      overdue: '是否逾期',
      urgent: '是否急件',
      days: '用时',
      search: '检索内容',
      version: '办理次数',
      recorded: '是否补录',
      undated: '未载日期的事项',
    },
    not: caseIsKey,
  },
  person: {
    label: '人员',
    key: ['id'],
    cover: 'commit',
    writtenAt: null,
    columns: { name: '姓名' },
    not: {
      org_id: '账号事项，由审计记录反映',
      org_path: '账号事项，由审计记录反映',
      username: '账号事项，由审计记录反映',
      password_hash: '不显示',
      roles: '账号事项，由审计记录反映',
      qualifications: '账号事项，由审计记录反映',
      active: '账号事项，由审计记录反映',
      created_at: '账号事项，由审计记录反映',
      email: '个人设置，与案件无关',
      must_change_password: '不显示',
    },
  },
} as const satisfies Readonly<Record<string, CoveredTable>>;

export type CoveredTableName = keyof typeof coverage;

/** Tables with rows of a case that verification does not read, each with the reason. */
export const notCoveredTables: Readonly<Record<string, string>> = {
  generated_row: '旧版导入生成、已不作为依据的内容，不显示',
  timer: '后台定时事项，不显示；到期日由期限反映',
  outbox: '后台待办事项，不显示',
  notification: '个人消息，不是案件内容',
  reminder: '提醒是否发过，不是案件内容',
  document_text: '由材料内容读出，只供检索和比对；材料内容已核验',
  document_access: '查阅材料的流水，不是案件内容',
  paper_reading: '查阅文书的流水，不是案件内容',
  definition_migration_case: '迁移流程版本的进度；迁移本身在办理记录里',
  register_import_line: '台账导入的进度；导入的来源在办理记录里',
  annual_case: '已冻结年度的统计行，由年度校验值核验',
  case_verification: '上次核验的结果',
};

export function tableOf(name: string): CoveredTable | undefined {
  return Object.hasOwn(coverage, name) ? coverage[name as CoveredTableName] : undefined;
}
