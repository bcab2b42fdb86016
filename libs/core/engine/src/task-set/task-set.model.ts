import type { TaskOperation } from './types.ts';

/**
 * The reference that the property tests compare with, used by nothing else. It is written as differently as possible:
 * mutable, one record of facts for each seat and no stored status or turn, so that every question is answered from the
 * facts; votes are compared as fractions of whole numbers.
 */
interface Line {
  first: string | null;
  who: string | null;
  helper: string | null;
  deputy: string | null;
  reply: { by: string; yes: boolean } | null;
  out: boolean;
}

export type ModelPolicy = 'all' | 'any' | 'sequence' | { yes: number; of: number };

export class TaskSetModel {
  lines: Line[] = [];
  barred: string[] = [];
  cancelled = false;
  readonly policy: ModelPolicy;

  constructor(policy: ModelPolicy, holders: readonly (string | null)[]) {
    this.policy = policy;
    for (const who of holders) this.lines.push(newLine(who));
  }

  get status(): 'open' | 'satisfied' | 'failed' | 'cancelled' {
    if (this.cancelled) return 'cancelled';
    const inside = this.lines.filter((l) => !l.out);
    const replies = inside.filter((l) => l.reply !== null);
    if (replies.length === 0) return 'open';
    if (this.policy === 'any') return 'satisfied';
    if (typeof this.policy === 'string') return replies.length === inside.length ? 'satisfied' : 'open';
    const yes = replies.filter((l) => l.reply?.yes).length;
    const silent = inside.length - replies.length;
    if (yes * this.policy.of >= this.policy.yes * inside.length) return 'satisfied';
    return (yes + silent) * this.policy.of < this.policy.yes * inside.length ? 'failed' : 'open';
  }

  /** By trial: true for anyone who could complete or resolve. */
  mayAct(person: string): boolean {
    return (
      this.trial({ op: 'complete', by: person, answer: '', favourable: true, at: '' }) ||
      this.trial({ op: 'resolve', by: person, note: '', at: '' })
    );
  }

  private trial(operation: TaskOperation): boolean {
    const copy = new TaskSetModel(this.policy, []);
    copy.lines = structuredClone(this.lines);
    copy.barred = [...this.barred];
    copy.cancelled = this.cancelled;
    return copy.apply(operation);
  }

  /** Lines that are in turn. */
  private due(): Line[] {
    const pending = this.lines.filter((l) => !l.out && !l.reply);
    return this.policy === 'sequence' ? pending.slice(0, 1) : pending;
  }

  private held(person: string): Line | undefined {
    return this.lines.find((l) => !l.out && l.who === person);
  }

  private involved(person: string): Line | undefined {
    return this.lines.find((l) => !l.out && [l.who, l.helper, l.deputy, l.reply?.by].includes(person));
  }

  private welcome(person: string): boolean {
    return !this.barred.includes(person) && !this.involved(person);
  }

  /** True when accepted. */
  apply(o: TaskOperation): boolean {
    if (this.status !== 'open') return false;
    if ('by' in o && this.barred.includes(o.by)) return false;
    switch (o.op) {
      case 'complete': {
        const line = this.involved(o.by) ?? this.due().find((l) => l.who === null);
        if (!line || line.reply || line.helper || !this.due().includes(line)) return false;
        if (o.standInFor !== undefined && !(line.deputy === o.by && line.who === o.standInFor)) return false;
        if (line.deputy !== o.by) line.deputy = null;
        line.who ??= o.by;
        line.reply = { by: o.by, yes: o.favourable };
        return true;
      }
      case 'add-signer': {
        if ((this.policy === 'sequence') === (o.position === 'parallel') && o.position !== undefined) return false;
        if (!this.welcome(o.person)) return false;
        const mine = this.involved(o.by);
        const anchor = mine && !mine.reply ? mine : this.due()[0];
        const at = this.policy === 'sequence' && anchor ? this.lines.indexOf(anchor) : this.lines.length;
        this.lines.splice(o.position === 'before' ? at : at + 1, 0, newLine(o.person));
        return true;
      }
      case 'remove-signer': {
        const line = this.held(o.person);
        if (!line || line.reply || this.lines.every((l) => l === line || l.out || l.reply)) return false;
        line.out = true;
        return true;
      }
      case 'transfer': {
        const line = this.held(o.from);
        if (!line || line.reply || o.from === o.to) return false;
        if (line.helper !== o.to && line.deputy !== o.to && !this.welcome(o.to)) return false;
        line.who = o.to;
        line.deputy = null;
        if (line.helper === o.to) line.helper = null;
        return true;
      }
      case 'delegate': {
        const line = this.held(o.by);
        if (!line || !this.due().includes(line) || line.helper || !this.welcome(o.to)) return false;
        line.helper = o.to;
        return true;
      }
      case 'resolve': {
        const line = this.due().find((l) => l.helper === o.by);
        if (!line) return false;
        line.helper = null;
        return true;
      }
      case 'stand-in': {
        const line = this.held(o.holder);
        if (!line || line.reply || !this.welcome(o.standIn)) return false;
        line.deputy = o.standIn;
        return true;
      }
      case 'recuse': {
        if (this.barred.includes(o.person)) return false;
        this.barred.push(o.person);
        const line = this.involved(o.person);
        if (line?.who === o.person && line.first !== null) line.out = true;
        else if (line) drop(line, o.person);
        return true;
      }
      case 'send-back': {
        if (o.strategy === 'continue') return true;
        for (const line of this.lines) {
          line.helper = null;
          takeBack(line);
        }
        return true;
      }
      case 'withdraw': {
        const line = this.lines.find((l) => !l.out && l.reply?.by === o.by);
        if (!line) return false;
        takeBack(line);
        return true;
      }
      case 'cancel':
        this.cancelled = true;
        return true;
    }
  }
}

function newLine(who: string | null): Line {
  return { first: who, who, helper: null, deputy: null, reply: null, out: false };
}

function takeBack(line: Line): void {
  line.reply = null;
  if (line.first === null) line.who = null;
}

/** The line continues without a person who is not its holder, or who only claimed it. */
function drop(line: Line, person: string): void {
  if (line.reply?.by === person) takeBack(line);
  if (line.deputy === person) line.deputy = null;
  if (line.helper === person) line.helper = null;
}
