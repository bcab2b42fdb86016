/** Every reason for which an operation is refused: stable id, and a message for the user that says what to do. */
export const TASK_RULES = {
  'task.set-closed': '该任务已办结或已取消，不能再操作；如需重新办理，请由经办人退回后重新提交。',
  'task.already-completed': '该席位已提交过意见，请勿重复提交；如需修改，请在任务办结前先撤回原意见。',
  'task.not-holder': '您不是当前任务的办理人，请由办理人本人操作，或请其先转办、加签给您。',
  'task.not-your-turn': '尚未轮到该席位办理，请等待前一位办理人完成后再操作。',
  'task.not-stand-in': '未登记您代理该办理人，请先登记代理关系，再以代理人身份提交。',
  'task.awaiting-helper': '该任务正在委派他人协助，请等待被委派人反馈后，再由办理人本人作出意见。',
  'task.helper-only-resolves': '您是被委派的协助人，请提交协助反馈，意见由原办理人作出。',
  'task.not-helper': '没有委派给您的协助事项，请核对任务，或请办理人先委派给您。',
  'task.nothing-to-withdraw': '您在本任务中没有可以撤回的意见，请核对是否由您本人提交。',
  'task.no-seat': '该人员在本任务中没有席位，请核对人员，或先加签。',
  'task.already-acted': '该人员已提交意见，不能减签、转办或代理；如需调整，请先由其本人撤回意见。',
  'task.last-seat': '这是最后一个待办席位，不能减签；请先加签其他人员，或改用转办。',
  'task.already-in-set': '该人员已在本任务中（办理、代理、协助或已提交意见），一人不能占两个席位，请另选人员。',
  'task.same-person': '不能指定本人，请另选人员。',
  'task.position-needs-sequence': '只有依次办理的任务才能指定在前或在后加签，请改为并行加签。',
  'task.parallel-in-sequence': '依次办理的任务不能并行加签，请选择在前或在后加签。',
  'task.recused': '您已在本任务中回避，不能再办理或操作本任务，请由其他人员办理。',
  'task.recused-newcomer': '该人员已在本任务中回避，不得再以任何方式参与，请另选人员。',
  'task.already-recused': '该人员已登记回避，无需重复登记。',
  'task.blank-person': '未填写人员，请选择人员后再操作。',
} as const;

export type TaskRule = keyof typeof TASK_RULES;

/** A mistake of the caller (an invalid definition, an unknown operation), which a user cannot correct. */
export class TaskSetError extends Error {
  readonly code:
    'task-set.bad-ratio' | 'task-set.duplicate-holder' | 'task-set.blank-holder' | 'task-set.unknown-operation';

  constructor(code: TaskSetError['code'], message: string) {
    super(message);
    this.name = 'TaskSetError';
    this.code = code;
  }
}
