/** Problems of a definition. Each kind has its own stable code. */
export type DefinitionProblemCode =
  | 'definition.initial-missing'
  | 'definition.unreachable-state'
  | 'definition.dead-end'
  | 'definition.too-many-configurations'
  | 'definition.uses-after'
  | 'definition.uses-invoke'
  | 'definition.action-unknown'
  | 'definition.guard-unknown'
  | 'definition.stage-missing'
  | 'definition.label-missing'
  | 'definition.key-duplicate'
  | 'definition.field-example-invalid'
  | 'definition.task-role-missing'
  | 'definition.task-label-missing'
  | 'definition.task-key-duplicate'
  | 'definition.task-on-final'
  | 'definition.task-completes-undeclared'
  | 'definition.task-completes-unhandled'
  | 'definition.task-settled-unhandled'
  | 'definition.clock-undeclared'
  | 'definition.clock-never-run'
  | 'definition.clock-never-stopped'
  | 'definition.clock-key-invalid'
  | 'definition.clock-end-unclear'
  | 'definition.clock-kept-for-ever'
  | 'definition.clock-reminds-nobody'
  | 'definition.clock-covers-undeclared'
  | 'definition.on-due-undeclared'
  | 'definition.on-due-not-by-system'
  | 'definition.parameter-out-of-bounds'
  | 'definition.event-undeclared'
  | 'definition.event-unused'
  | 'definition.event-name-invalid'
  | 'definition.event-payload-missing'
  | 'definition.event-examples-missing'
  | 'definition.event-example-invalid'
  | 'definition.event-roles-missing'
  | 'definition.kind-unknown'
  | 'definition.acts-missing'
  | 'definition.act-undeclared'
  | 'definition.act-unreviewed'
  | 'definition.course-undeclared'
  | 'definition.course-lacks-act'
  | 'definition.obligations-missing'
  | 'definition.obligations-of-no-end'
  | 'definition.obligation-unmet'
  | 'definition.fact-undeclared'
  | 'definition.fact-not-countable'
  | 'definition.material-unenforced'
  | 'definition.paper-event-undeclared'
  | 'definition.paper-kind-duplicate'
  | 'definition.kind-uncounted'
  | 'definition.state-reserved'
  | 'definition.recorded-dates-invalid'
  | 'definition.migration-invalid';

export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  /** The state's path, or `event:…`, `clock:…`, `task:…`, `parameter:…`, `fact:…`, `material:…`, `paper:…`, or `definition`. */
  readonly where: string;
  /** The problem and its remedy, in Chinese. */
  readonly message: string;
}

export function problem(code: DefinitionProblemCode, where: string, message: string): DefinitionProblem {
  return { code, where, message };
}

/** True when there is no visible text. A definition in plain JavaScript may lack it. */
export function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === '';
}
