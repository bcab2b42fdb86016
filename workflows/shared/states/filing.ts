/**
 * Filing for the record (备案): always with the government one level up, and with further recipients where the town's
 * rule set requires it. Each has its own limit, task, number and fact; the case can be archived after the last of them.
 */
import { gate, type ClockDefinition, type Condition, type EventSpec } from '@lawgate/engine';
import { citations } from '../citations.ts';
import { clockFromAct, valueOf } from '../clocks.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../context.ts';
import { actEvents } from '../events.ts';
import { exampleDay } from '../examples.ts';
import type { State, States } from '../machine.ts';
import { daysOrNone, type Parameters } from '../parameters.ts';
import { filePayload } from '../payloads.ts';
import { issuePaper, record, takeNumber } from '../records.ts';
import { datesPlausible } from '../rules/act.ts';
import { ownCaseOrReviewer } from '../rules/separation.ts';
import { choice } from '../words.ts';
import { isOnTime } from './after.ts';

export const filingRecipients = {
  government: '上一级人民政府',
  congress: '县人大常委会',
  party: '上级党委',
} as const;
export type FilingRecipient = keyof typeof filingRecipients;
type Further = Exclude<FilingRecipient, 'government'>;

const recipients = Object.keys(filingRecipients) as FilingRecipient[];
const further = recipients.filter((recipient): recipient is Further => recipient !== 'government');

/** Key of a recipient's clock, of its task and of its region. */
const keyOf = (recipient: FilingRecipient): string => (recipient === 'government' ? 'filing' : `filing-${recipient}`);
const limitKeyOf = (recipient: Further): string => `filing.${recipient}.limit`;

/** Days after publication; 0 means that the town does not file there. */
export const furtherFilingParameters = {
  'filing.congress.limit': {
    value: 0,
    label: `公布后报送${filingRecipients.congress}备案期限（0 为不报备）`,
    unit: '日',
    citation: citations.congressFiling,
    bounds: daysOrNone,
  },
  'filing.party.limit': {
    value: 0,
    label: `公布后报送${filingRecipients.party}备案期限（0 为不报备）`,
    unit: '日',
    citation: citations.partyFiling,
    bounds: daysOrNone,
  },
} as const satisfies Parameters;

/** The clocks of the further recipients; each category defines the clock of the government itself. */
export function furtherFilingClocks(parameters: Parameters): Record<string, ClockDefinition> {
  return Object.fromEntries(
    further.map((recipient) => [
      keyOf(recipient),
      clockFromAct({
        label: `报送${filingRecipients[recipient]}备案期限`,
        citation: furtherFilingParameters[`filing.${recipient}.limit`].citation,
        parameters,
        limitKey: limitKeyOf(recipient),
        unit: 'day',
      }),
    ]),
  );
}

/** `file` with a recipient; without one the report goes to the government one level up. */
export const fileWithRecipient: EventSpec = {
  ...actEvents.file,
  payload: filePayload.extend({ recipient: choice('报备对象', filingRecipients).default('government') }),
  examples: [
    ...actEvents.file.examples,
    ...further.map((recipient) => ({ on: exampleDay, target: filingRecipients[recipient], recipient })),
  ],
};

type FilePayload = { readonly recipient: FilingRecipient };

/** One region for each recipient, all in parallel; a region that the rule set does not require is done at once. */
export function filingRegions(parameters: Parameters): States {
  const filing = new Filing(parameters);
  return Object.fromEntries(recipients.map((recipient) => [keyOf(recipient), filing.region(recipient)]));
}

class Filing {
  constructor(private readonly parameters: Parameters) {}

  region(recipient: FilingRecipient): State {
    const words = recipient === 'government' ? '备案' : `报送${filingRecipients[recipient]}备案`;
    const states = { open: this.#open(recipient, words), done: doneState(recipient, words) };
    if (recipient === 'government') return { initial: 'open', meta: { stage: `待${words}` }, states: states };
    return {
      initial: 'asked',
      meta: { stage: `待${words}` },
      states: {
        asked: {
          meta: { stage: `核对是否须${words}` },
          always: [{ guard: gate({ when: this.#asked(recipient) }), target: 'open' }, { target: 'not-asked' }],
        },
        ...states,
        'not-asked': { type: 'final', meta: { stage: `无须${words}`, unspoken: true } },
      },
    };
  }

  #open(recipient: FilingRecipient, words: string): State {
    const key = keyOf(recipient);
    return {
      meta: {
        stage: `待${words}`,
        clocks: { [key]: 'run' },
        // The report may be sent by the drafter or by any reviewer: the task is open to the office.
        task: {
          key,
          role: 'reviewer',
          label: recipient === 'government' ? '报送备案' : words,
          completes: ['file'],
          concerns: (payload: FilePayload) => payload.recipient === recipient,
          clock: key,
        },
      },
      on: {
        file: [
          {
            guard: gate({ when: isFor(recipient), rules: [ownCaseOrReviewer, datesPlausible()] }),
            target: 'done',
            actions: [
              takeNumber(
                'filing',
                recipient === 'government' ? '备案报告' : `备案报告（${filingRecipients[recipient]}）`,
              ),
              issuePaper('filing-report'),
              record('filed', (input) => ({
                on: input.event.payload.on,
                onTime: isOnTime(input.event, key),
                recipient,
                remaining: this.#remaining(input),
              })),
            ],
          },
          // Never taken: while a report is due, its rule gives the reason why another report is refused.
          {
            guard: gate({
              when: this.#notOwed,
              rules: [ownCaseOrReviewer, this.#recipientAsked, filedOnce],
            }),
          },
        ],
      },
    };
  }

  #isAsked(recipient: FilingRecipient, { event }: CaseRuleInput): boolean {
    if (recipient === 'government') return true;
    return valueOf(this.parameters, event.env.parameters, limitKeyOf(recipient)) > 0;
  }

  #isOwed(recipient: FilingRecipient, input: CaseRuleInput): boolean {
    return this.#isAsked(recipient, input) && !isFiled(recipient, input);
  }

  /** Number of reports that are due besides this one. */
  #remaining(input: CaseRuleInput): number {
    return recipients.filter((other) => other !== input.event.payload.recipient && this.#isOwed(other, input)).length;
  }

  #asked(recipient: Further): Condition<ReviewContext> {
    return {
      id: `filing.${recipient}-asked`,
      label: `须报送${filingRecipients[recipient]}备案`,
      holds: (input) => this.#isAsked(recipient, input),
    };
  }

  readonly #notOwed: Condition<ReviewContext> = {
    id: 'filing.not-owed',
    label: '所选机关无须报送或者已经报送',
    readsPayload: true,
    holds: (input) => !this.#isOwed(input.event.payload.recipient, input),
  };

  readonly #recipientAsked: CaseRule = {
    id: 'filing.recipient-asked',
    summary: '只向须报送的机关报送备案。',
    message: (input) =>
      `按本案适用的规则，无须报送${recipientIn(input)}备案，请选择其他备案机关；确须报送的，请管理员设定其备案期限，自此后新建的案件起适用。`,
    citation: citations.townRules,
    readsPayload: true,
    holds: (input) => this.#isAsked(input.event.payload.recipient, input),
  };
}

const filedOnce: CaseRule = {
  id: 'filing.once',
  summary: '同一机关只报送一次。',
  message: (input) => `已报送${recipientIn(input)}备案，不必重复报送，请选择尚未报送的备案机关。`,
  citation: null,
  readsPayload: true,
  holds: (input) => !isFiled(input.event.payload.recipient, input),
};

function doneState(recipient: FilingRecipient, words: string): State {
  return { type: 'final', meta: { stage: `已${words}`, clocks: { [keyOf(recipient)]: 'stop' } } };
}

function isFor(recipient: FilingRecipient): Condition<ReviewContext> {
  return {
    id: `filing.to-${recipient}`,
    label: `报送${filingRecipients[recipient]}`,
    readsPayload: true,
    holds: ({ event }) => event.payload.recipient === recipient,
  };
}

/** The clock is met exactly when the report was sent, because the region ends in no other way. */
function isFiled(recipient: FilingRecipient, { event }: CaseRuleInput): boolean {
  return event.env.clocks[keyOf(recipient)]?.status === 'met';
}

function recipientIn({ event }: CaseRuleInput): string {
  return filingRecipients[event.payload.recipient as FilingRecipient];
}
