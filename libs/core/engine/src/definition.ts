/**
 * A workflow definition: the machine, and what the machine cannot say by itself: who may send which event with which
 * payload, which clocks there are, which materials are asked for, how its results are counted.
 */
import type { CivilDate, Limit, ResumeMode } from '@lawgate/calendar';
import type { ClockDates, ClockKeeping, LadderOf } from './declared-clocks.ts';
import { setup, type AnyStateMachine, type MachineConfig } from 'xstate';
import type { ZodType } from 'zod';
import type { ParameterBounds } from './bounds.ts';
import { EngineError } from './errors.ts';
import type { LetterSpec, PaperSpec } from './paper.ts';
import { gateOpens } from './rule.ts';
import type { TaskPolicy } from './task-set/index.ts';
import type { Effect, Role, StoredCase } from './vocabulary.ts';

/** What one state means to people; is in the state's `meta`. */
export interface StateMeta {
  /** The label people see while the case is here. */
  readonly stage?: string;
  /**
   * Left out of the case's stage next to others: a parallel part that this case does not have is nothing to read about.
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
  /** Which payloads are about this task, where one event completes one of several open tasks; without it all are. */
  readonly concerns?: (payload: never) => boolean;
  /** The clock that the task's due date comes from. */
  readonly clock?: string;
  /** Who must act; without it the task is open to everybody of the role. */
  readonly holders?: (context: never) => readonly string[];
  /** Roles that may add, remove and transfer signers besides the holder themselves. */
  readonly organisers?: readonly Role[];
}

export interface EventSpec {
  readonly label: string;
  readonly by: readonly Role[];
  readonly payload: ZodType;
  /** Valid payloads: shown in the documentation and used when the machine is walked. The first is the usual one. */
  readonly examples: readonly unknown[];
  /** The answer that goes into the task set; `favourable` counts as a yes in a vote. */
  readonly answer?: (payload: never) => { answer: string; favourable: boolean };
  /** `recuse` takes the person out of the task instead of completing it. */
  readonly operation?: 'complete' | 'recuse';
  /** Ids of people whom the payload names, so that the shell can look them up. */
  readonly people?: (payload: never) => readonly string[];
}

export interface ClockDefinition extends ClockDates, ClockKeeping {
  readonly label: string;
  readonly citation: string;
  /** The limit, from the case and the rule set's parameters. A clock has either this or dates of the case itself. */
  readonly limit?: (context: never, parameters: Readonly<Record<string, number>>) => Limit;
  readonly floor?: (context: never, parameters: Readonly<Record<string, number>>) => Limit | null;
  readonly pausable?: boolean;
  /** How it goes on after a pause, or how the rule set's parameters say that it does. Default: with what is left. */
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
  /** How high reminders of its overdue tasks go, where that is not the definition's ladder. */
  readonly ladder?: LadderOf;
}

export interface ParameterSpec {
  readonly value: number;
  readonly label: string;
  readonly unit: string;
  readonly citation: string;
  /** What an administrator may enter; whole numbers from 0 to 3650 as far as nothing is said. */
  readonly bounds?: Partial<ParameterBounds>;
  /** Key of the parameter that this one may reach and not pass, as a floor may its limit. */
  readonly notAbove?: string;
}

export interface MaterialSpec {
  readonly kind: string;
  readonly label: string;
  /** Whether a case with the fields' defaults must have it. */
  readonly required: boolean;
  /** When the material is asked for, in words, such as 「涉及市场主体时」. */
  readonly condition?: string;
  /** Decides instead of `required` where the case's fields matter. */
  readonly requiredWhen?: (context: never) => boolean;
  readonly citation?: string;
  /**
   * Extensions of files that it may be handed in as, lower case and without the dot; all that are taken at all without
   * it.
   */
  readonly accepts?: readonly string[];
  /** Bytes of one file at most, where that is less than the installation's limit. */
  readonly maxBytes?: number;
}

/**
 * A stage of the matter that has to be on record in sound or picture, and by what one sees that the case went through
 * it.
 */
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
 * What kind of procedure a category follows: 合法性审核, 会议, 征求意见, 应诉. The checks that rest on its law, and the
 * reports that count it, are chosen by it.
 */
export type MatterKind = 'review' | 'meeting' | 'consultation' | 'litigation';

/**
 * By path of each top-level final state: names of the facts that every way to it records. An end that asks for nothing
 * says so with an empty list.
 */
export type Obligations = Readonly<Record<string, readonly string[]>>;

/** How cases of one version go on under another. What is not named stays under its own name. */
export interface DefinitionMigration {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** By path of a leaf state of the old version: that of a leaf state of the new one. */
  readonly states?: Readonly<Record<string, string>>;
  /** By key of a task of the old version: that of the new one. Its seats and answers go along. */
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
  /** How the year's count is said: 「规范性文件6件」. */
  readonly count: { readonly label: string; readonly unit: string; readonly order: number };
  readonly machine: AnyStateMachine;
  readonly events: Readonly<Record<string, EventSpec>>;
  /**
   * Events that are the act itself: deliberation, signing, decision, promulgation. What was not reviewed, or was found
   * illegal, is not deliberated, signed or decided (国办发〔2018〕115号; 国务院令第713号第二十五条; 行政处罚法第五十八条).
   */
  readonly acts: readonly string[];
  /**
   * Events from submission to archive in their usual order. Its readers (walks, the replay of a register, samples of
   * papers) skip an event that a case does not need.
   */
  readonly course: readonly string[];
  readonly obligations: Obligations;
  /**
   * By name of each fact that the case may record: the shape of its details. Facts that reports count
   * ({@link countedFacts}) give the counted details in their shapes.
   */
  readonly facts: Readonly<Record<string, ZodType>>;
  readonly clocks: Readonly<Record<string, ClockDefinition>>;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** How high reminders of overdue tasks go, where their clock has no ladder of its own. */
  readonly ladder?: LadderOf;
  /**
   * When the office closes, HH:MM of Asia/Shanghai; null where the hour does not count. Without it that of the process.
   */
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
   * Ids of cases of the same category that a submission refers to, by field; each has to be one that the drafter sees.
   */
  readonly refersTo?: (fields: never) => Readonly<Record<string, string>>;
  readonly initialContext: (input: CaseInput) => Record<string, unknown>;
  /** How open cases of older versions may go on under this one or another; none where they stay under their own. */
  readonly migrations?: readonly DefinitionMigration[];
}

/** What a new case begins with. */
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

/** Action types by which the machine reports to the engine which states it left and entered, exactly and in order. */
export const enterMarker = 'lawgate.enter';
export const exitMarker = 'lawgate.exit';

/**
 * Builds a definition from its parts.
 *
 * Every state gets an entry and an exit marker: that is how entering and leaving (also re-entering, and passing
 * through) become effects without comparing configurations afterwards.
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
      // XState makes an actor where it only needs an actor scope, and with it an initial snapshot without input.
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
