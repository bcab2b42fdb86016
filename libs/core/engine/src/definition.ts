/**
 * A workflow definition: the machine, and what a machine does not express: who may send which event with which payload,
 * clocks, materials, and how results are counted.
 */
import type { CivilDate, Limit, ResumeMode } from '@lawgate/calendar';
import type { ClockDates, ClockKeeping, LadderOf } from './declared-clocks.ts';
import { setup, type AnyStateMachine, type MachineConfig } from 'xstate';
import type { ZodType } from 'zod';
import type { ParameterBounds } from './bounds.ts';
import { EngineError } from './errors.ts';
import type { LetterSpec, PaperSpec } from './paper.ts';
import type { RecordedDates } from './recorded.ts';
import { gateOpens } from './rule.ts';
import type { TaskPolicy } from './task-set/index.ts';
import type { Effect, Role, StoredCase } from './vocabulary.ts';

/** Properties of one state for people; stored in the state's `meta`. */
export interface StateMeta {
  /** The label that people see while the case is in this state. */
  readonly stage?: string;
  /**
   * Leaves this stage out of the case's stage where there are others: for a parallel region that this case does not
   * use.
   */
  readonly unspoken?: true;
  readonly task?: TaskSpec;
  /**
   * What entering this state does to clocks: `run` starts or resumes, `pause` pauses, `stop` ends as met, `drop` ends
   * without having been met.
   */
  readonly clocks?: Readonly<Record<string, 'run' | 'pause' | 'stop' | 'drop'>>;
}

export interface TaskSpec {
  readonly key: string;
  readonly role: Role;
  readonly label: string;
  readonly policy?: TaskPolicy;
  /** Events that complete a seat of this task. */
  readonly completes: readonly string[];
  /**
   * Selects the payloads that concern this task, where one event completes one of several open tasks; by default all.
   */
  readonly concerns?: (payload: never) => boolean;
  /** The clock that the task's due date comes from. */
  readonly clock?: string;
  /** Ids of those who must act; by default the task is open to all people of the role. */
  readonly holders?: (context: never) => readonly string[];
  /** Roles that may add, remove and transfer signers, in addition to the holder. */
  readonly organisers?: readonly Role[];
}

export interface EventSpec {
  readonly label: string;
  readonly by: readonly Role[];
  readonly payload: ZodType;
  /** Valid payloads: shown in the documentation and used when the machine is walked. The first is the standard one. */
  readonly examples: readonly unknown[];
  /** The answer that is recorded in the task set; `favourable` counts as a yes in a vote. */
  readonly answer?: (payload: never) => { answer: string; favourable: boolean };
  /** `recuse` takes the person out of the task instead of completing it. */
  readonly operation?: 'complete' | 'recuse';
  /** Ids of people that the payload names, so that the shell can look them up. */
  readonly people?: (payload: never) => readonly string[];
}

export interface ClockDefinition extends ClockDates, ClockKeeping {
  readonly label: string;
  readonly citation: string;
  /** The limit, from the case and the rule set's parameters. A clock has either this or fixed dates of the case. */
  readonly limit?: (context: never, parameters: Readonly<Record<string, number>>) => Limit;
  readonly floor?: (context: never, parameters: Readonly<Record<string, number>>) => Limit | null;
  readonly pausable?: boolean;
  /** How the clock resumes after a pause, fixed or by parameters of the rule set. Default: with what is left. */
  readonly resume?: ResumeMode | ((parameters: Readonly<Record<string, number>>) => ResumeMode);
  /** The day from which it counts when that is not the day of the event (day 0 is not counted, 民法典 201). */
  readonly from?: (context: never) => CivilDate | null;
  /** Event that the system sends on the first working day after the due date. */
  readonly onDue?: string;
  /**
   * Key of the parameter that holds the limit: where the case's rule set gives that parameter a basis of its own, the
   * clock cites that one.
   */
  readonly parameter?: (context: never) => string;
  /** Escalation of reminders of its overdue tasks, where it differs from the definition's ladder. */
  readonly ladder?: LadderOf;
}

export interface ParameterSpec {
  readonly value: number;
  readonly label: string;
  readonly unit: string;
  readonly citation: string;
  /** Values that an administrator may enter; by default whole numbers from 0 to 3650. */
  readonly bounds?: Partial<ParameterBounds>;
  /** Key of the parameter that this one must not exceed, such as the limit for its floor. */
  readonly notAbove?: string;
}

export interface MaterialSpec {
  readonly kind: string;
  readonly label: string;
  /** Whether a case with the default fields must have it. */
  readonly required: boolean;
  /** The condition under which the material is required, as text, such as 「涉及市场主体时」. */
  readonly condition?: string;
  /** Used instead of `required` where it depends on the case's fields. */
  readonly requiredWhen?: (context: never) => boolean;
  readonly citation?: string;
  /** Accepted file extensions, lower case and without the dot; by default every type that Lawgate accepts. */
  readonly accepts?: readonly string[];
  /**
   * SHA-256 of the document of the case with which this material is compared as soon as it arrives, by the context: that of
   * the reviewed text for a sealed copy; null where there is none yet. Submitters may hand it in after the letter.
   */
  readonly comparedWith?: (context: never) => string | null;
  /** Maximum size of one file in bytes, where that is less than the installation's limit. */
  readonly maxBytes?: number;
}

/** A stage of the matter that must be recorded in sound or picture, and what shows that the case went through it. */
export interface RecordingSpec {
  readonly stage: string;
  readonly label: string;
  /** Kinds of materials, any of which shows it. */
  readonly materials?: readonly string[];
  /** Events, any of which shows it. */
  readonly events?: readonly string[];
  readonly citation: string;
}

export interface SeriesSpec {
  readonly key: string;
  /** 代字, such as 合审. */
  readonly code: string;
  readonly label: string;
}

/**
 * Kind of procedure of a category: 合法性审核, 会议, 征求意见, 应诉. It selects the checks that its law requires and the reports
 * that count it.
 */
export type MatterKind = 'review' | 'meeting' | 'consultation' | 'litigation';

/**
 * By path of each top-level final state: names of the facts that every path to it records. An end without obligations
 * has an empty list.
 */
export type Obligations = Readonly<Record<string, readonly string[]>>;

/** How cases of one version continue under another. Names that are not listed stay the same. */
export interface DefinitionMigration {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** By path of a leaf state of the old version: that of a leaf state of the new one. */
  readonly states?: Readonly<Record<string, string>>;
  /** By key of a task of the old version: that of the new one. Its seats and answers are kept. */
  readonly tasks?: Readonly<Record<string, string>>;
  /** By key of a clock of the old version: that of the new one, counted from the same day; null ends it as not met. */
  readonly clocks?: Readonly<Record<string, string | null>>;
  /** The context under the new version. */
  readonly context?: (context: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Why a case cannot be migrated, in Chinese; null where it can. */
  readonly refuses?: (stored: StoredCase) => string | null;
}

export interface Definition {
  readonly key: string;
  readonly version: number;
  readonly kind: MatterKind;
  /** Name of the category in Chinese. */
  readonly label: string;
  /** Label and unit of the year's count: 「规范性文件6件」. */
  readonly count: { readonly label: string; readonly unit: string; readonly order: number };
  readonly machine: AnyStateMachine;
  readonly events: Readonly<Record<string, EventSpec>>;
  /**
   * Events that are the act itself: deliberation, signing, decision, promulgation. A matter that was not reviewed, or
   * was found illegal, must not be deliberated, signed or decided (国办发〔2018〕115号; 国务院令第713号第二十五条; 行政处罚法第五十八条).
   */
  readonly acts: readonly string[];
  /**
   * Events from submission to archive in their standard order. Its readers (walks, the replay of a register, samples of
   * papers) skip an event that a case does not need.
   */
  readonly course: readonly string[];
  readonly obligations: Obligations;
  /**
   * By name of each fact that the case may record: the schema of its details. Facts that reports count ({@link
   * countedFacts}) have the counted details in the declared types.
   */
  readonly facts: Readonly<Record<string, ZodType>>;
  readonly clocks: Readonly<Record<string, ClockDefinition>>;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** Escalation of reminders of overdue tasks, where their clock has no ladder of its own. */
  readonly ladder?: LadderOf;
  /** Closing time, HH:MM in Asia/Shanghai; null where the hour does not count. By default that of the process. */
  readonly closing?: (parameters: Readonly<Record<string, number>>) => string | null;
  readonly materials: readonly MaterialSpec[];
  readonly series: readonly SeriesSpec[];
  /** The papers that its events issue, and the slips that are printed on demand. */
  readonly papers?: readonly PaperSpec[];
  readonly letter?: LetterSpec;
  /** Stages whose audio and video records are indexed; none where it is not there. */
  readonly recordings?: readonly RecordingSpec[];
  /** Fields of the submission beyond category and title. */
  readonly fields: ZodType;
  readonly fieldExamples: readonly Record<string, unknown>[];
  /**
   * Ids of cases of the same category that a submission refers to, by field; the drafter must be able to see each of
   * them.
   */
  readonly refersTo?: (fields: never) => Readonly<Record<string, string>>;
  readonly initialContext: (input: CaseInput) => Record<string, unknown>;
  /** Dates that people may enter in a recorded case (补录); none where no clock runs after a case. */
  readonly recordedDates?: RecordedDates;
  /** How open cases of older versions can continue under this one or another; none where they stay under their own. */
  readonly migrations?: readonly DefinitionMigration[];
}

/** Input of a new case. */
export interface CaseInput {
  readonly drafter: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly round: number;
}

/** A machine's raw configuration, before the engine marks its states. */
// XState's configuration type is generic over nine parameters that carry nothing here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type WorkflowMachineConfig = MachineConfig<any, any, any, any, any, any, any, any, any, any, any, any>;

export interface DefinitionInput extends Omit<Definition, 'machine'> {
  readonly machine: WorkflowMachineConfig;
}

/** Action types by which the machine reports to the engine which states were left and entered, in order. */
export const enterMarker = 'lawgate.enter';
export const exitMarker = 'lawgate.exit';

/**
 * Builds a definition from its parts.
 *
 * Every state gets an entry and an exit marker, so that entering and leaving (also re-entering, and passing through)
 * become effects without comparing configurations afterwards.
 *
 * @throws EngineError `engine.definition-invalid` when XState cannot build the machine, such as for an unknown target.
 */
export function defineWorkflow(input: DefinitionInput): Definition {
  const machine = buildMachine(input);
  return { ...input, machine: machine as unknown as AnyStateMachine };
}

function buildMachine(input: DefinitionInput) {
  const engine = setup({
    guards: { gate: gateOpens },
    actions: {
      effect: (_, _params: Effect) => {},
      [enterMarker]: (_, _params: { state: string }) => {},
      [exitMarker]: (_, _params: { state: string }) => {},
    },
  });
  try {
    return engine.createMachine({
      ...markStates(input.machine, ''),
      id: input.key,
      // XState creates an actor where it only needs an actor scope, and with it an initial snapshot without input.
      context: ({ input: caseInput }: { input?: CaseInput }) =>
        caseInput === undefined ? {} : input.initialContext(caseInput),
    } as never);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      'engine.definition-invalid',
      `流程“${input.key}”建立不了状态机，多半是某个动作的去向（target）写错了环节名。请按以下提示改正：${why}`,
    );
  }
}

function markStates(config: WorkflowMachineConfig, path: string): WorkflowMachineConfig {
  if (config.states === undefined) return config;
  const states = Object.fromEntries(
    Object.entries(config.states as Record<string, WorkflowMachineConfig & { type?: string }>).map(([key, state]) => {
      const statePath = path === '' ? key : `${path}.${key}`;
      if (state.type === 'history') return [key, state];
      return [
        key,
        {
          ...markStates(state, statePath),
          entry: [{ type: enterMarker, params: { state: statePath } }, ...asList(state.entry)],
          exit: [...asList(state.exit), { type: exitMarker, params: { state: statePath } }],
        },
      ];
    }),
  );
  return { ...config, states } as WorkflowMachineConfig;
}

function asList(actions: unknown): unknown[] {
  if (actions === undefined) return [];
  return Array.isArray(actions) ? actions : [actions];
}
