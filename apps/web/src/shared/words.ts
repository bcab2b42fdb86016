/** Labels for codes that all categories share. Labels of one category come with its definition. */
export const roleLabels: Readonly<Record<string, string>> = {
  submitter: '承办人',
  reviewer: '审查人',
  adviser: '法律顾问',
  director: '司法所所长',
  leader: '分管领导',
  archivist: '档案员',
  administrator: '系统管理员',
  'security-administrator': '安全管理员',
  auditor: '审计员',
  system: '系统',
};

export const clockStatusLabels: Readonly<Record<string, string>> = {
  running: '计时中',
  paused: '暂停',
  met: '已完成',
  overdue: '已逾期',
  stopped: '已停止',
};

export function roleLabel(role: string): string {
  return roleLabels[role] ?? role;
}
