/** Takes one file through upload, reading, preview and comparison over HTTP. */
import path from 'node:path';
import { eventually } from '@lawgate/testing';
import type { Answer, Client } from '../client.ts';
import type { Changed } from './change-one.ts';
import { folded, missingLines, type NamedPart } from './check-text.ts';
import type { Findings, Outcome } from './findings.ts';
import { inventionsIn } from './inventions.ts';
import { witnessOf } from './other-readers.ts';

interface Read {
  readonly state: string;
  readonly code: string | null;
  readonly unread: readonly NamedPart[];
  readonly items: readonly { readonly text: string }[];
  readonly next: string | null;
}

interface Compared {
  readonly id: string;
  readonly state: string;
  readonly code: string | null;
  readonly differences: number | null;
  readonly notCompared: readonly unknown[];
}

/** Time in milliseconds within which a document is read; the reader gives up on its own before. */
const readingMs = 300_000;
/** Types that the server converts for the reading pane. */
const converted = ['doc', 'wps', 'rtf', 'odt', 'xls', 'et', 'xlsx', 'xlsm', 'ods'];

export class FileCheck {
  constructor(
    private readonly clerk: Client,
    private readonly caseId: string,
    private readonly findings: Findings,
  ) {}

  /** @param witnessed the text that another program reads; null where it reads none */
  async file(name: string, bytes: Buffer, witnessed: string | null, copies: readonly Changed[]): Promise<void> {
    const extension = path.extname(name).slice(1).toLowerCase();
    const outcome = await this.#outcome(name, bytes, witnessed, copies);
    this.findings.count(extension, this.findings.isWrong(name) ? 'wrong' : outcome);
  }

  async #outcome(name: string, bytes: Buffer, witnessed: string | null, copies: readonly Changed[]): Promise<Outcome> {
    const hasText = witnessed !== null && [...folded(witnessed, witnessOf(name))].length >= 2;
    const original = await this.#upload('draft', name, bytes);
    if (original.status !== 201) return this.#refused(name, hasText, original);
    const read = await this.#read(original.body.id);
    if (read.state === 'failed') return this.#refused(name, hasText, { status: 422, body: { code: read.code } });
    const outcome = hasText ? this.#lines(name, bytes, witnessed, read) : 'right';
    await this.#preview(name, original.body.id);
    const same = await this.#upload('counterparty-standing', `copy-${name}`, bytes);
    const compared = await this.#compare(original.body.id, same.body.id);
    // Of pictures alone nothing can be counted, and the comparison names that.
    const isNamed = compared.differences === null && compared.notCompared.length > 0;
    if (compared.state !== 'done' || (compared.differences !== 0 && !isNamed)) {
      this.findings.fault(name, `compared with itself: ${compared.code ?? compared.differences ?? compared.state}`);
    }
    for (const { part, bytes: changed } of copies) await this.#changed(name, original.body.id, part, changed);
    return outcome;
  }

  #refused(name: string, hasText: boolean, { status, body }: { status: number; body: { code?: unknown } }): Outcome {
    const code = String(body.code);
    if (status >= 500 || typeof body.code !== 'string') this.findings.fault(name, `refused with ${status} ${code}`);
    else this.findings.also(`refused, ${code}${hasText ? ', though another program reads it' : ''}`);
    // The whole file is named, with the reason.
    return hasText ? 'named' : 'refused';
  }

  #lines(name: string, bytes: Buffer, witnessed: string, read: Read): Outcome {
    const parts = [{ kind: 'body', page: null, paragraphs: read.items.map(({ text }) => text) }];
    const invented = inventionsIn(bytes);
    const missing = missingLines(witnessed, { parts, unread: read.unread }, witnessOf(name)).filter(
      ({ line }) => !invented(line),
    );
    const wrong = missing.filter(({ named }) => named === null);
    const [first] = wrong;
    if (first !== undefined) this.findings.fault(name, `${wrong.length} lines, first: ${first.line.slice(0, 160)}`);
    for (const { named } of missing) if (named !== null) this.findings.cause(named.reason, 1);
    return missing.length > 0 ? 'named' : 'right';
  }

  async #preview(name: string, documentId: string): Promise<void> {
    const extension = path.extname(name).slice(1).toLowerCase();
    if (!converted.includes(extension)) return;
    const answer = await this.clerk.get<unknown>(`${this.#documents}/${documentId}/preview`);
    const isPdf = answer.status === 200 && String(answer.body).startsWith('%PDF');
    const code = (answer.body as { code?: unknown }).code;
    this.findings.also(`preview of ${extension}, ${isPdf ? 'PDF' : String(code)}`);
    if (!isPdf && (answer.status >= 500 || typeof code !== 'string')) {
      this.findings.fault(name, `preview answers ${answer.status} ${String(code)}`);
    }
  }

  async #changed(name: string, originalId: string, part: string, bytes: Buffer): Promise<void> {
    const changed = await this.#upload('draft', `changed-${part}-${name}`, bytes);
    if (changed.status !== 201) return this.findings.fault(name, `changed ${part}: refused with ${changed.status}`);
    const { state, code, differences, notCompared } = await this.#compare(originalId, changed.body.id);
    const extension = path.extname(name).slice(1).toLowerCase();
    const isFound = state === 'done' && differences !== null && differences > 0;
    const isNamed = state === 'done' && notCompared.length > 0;
    this.findings.also(`changed ${part} of ${extension}, ${isFound ? 'found' : isNamed ? 'not compared' : 'MISSED'}`);
    if (!isFound && !isNamed) this.findings.fault(name, `changed ${part}: ${code ?? 'no difference'}`);
  }

  #upload(kind: string, name: string, bytes: Buffer): Promise<Answer<{ id: string; code?: string | null }>> {
    return this.clerk.upload(this.caseId, kind, name, new Uint8Array(bytes));
  }

  async #read(documentId: string): Promise<Read> {
    const place = `${this.#documents}/${documentId}/text?limit=1000`;
    const first = await eventually(
      async () => (await this.clerk.get<Read>(place)).body,
      ({ state }) => state !== 'pending',
      readingMs,
    );
    const items = [...first.items];
    for (let { next } = first; next !== null;) {
      const { body } = await this.clerk.get<Read>(`${place}&cursor=${encodeURIComponent(next)}`);
      items.push(...body.items);
      ({ next } = body);
    }
    return { ...first, items };
  }

  async #compare(left: string, right: string): Promise<Compared> {
    const place = `/api/cases/${this.caseId}/comparisons`;
    const asked = await this.clerk.post<Compared>(place, { left, right });
    if (asked.status !== 202) return { ...asked.body, state: `refused with ${asked.status}`, notCompared: [] };
    return eventually(
      async () => (await this.clerk.get<Compared>(`${place}/${asked.body.id}`)).body,
      ({ state }) => state !== 'pending',
      readingMs,
    );
  }

  get #documents(): string {
    return `/api/cases/${this.caseId}/documents`;
  }
}
