/** Previews of papers, and the draft of the opinion letter. Nothing is stored. */
import { docxType, CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import {
  isRecorded,
  type Definition,
  type StepEnvironment,
  type StepOpinion,
  type PaperEvent,
  type PaperSpec,
} from '@lawgate/engine';
import { Database } from '@lawgate/database';
import { CaseRuntime, latestClocks, paperClock, RuleSetStore, type LoadedCase } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type { DocumentTables } from '../tables.ts';
import { issuerOf, paperBytes } from './paper-maker.ts';
import { opinionOf, paperFrame, previewSource } from './paper-source.ts';
import type { LetterDraft } from './paper-views.ts';
import { fileName, idOf, type PaperFile } from './papers.service.ts';
import { toPdf } from './pdf.ts';
import { templateInForce } from './template/in-force.ts';

/** Watermark on every page of a paper that was not issued. */
export const draftMark = '草稿　仅供核对，不作为正式文书';

@Injectable()
export class PreviewService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly database: Database<DocumentTables>,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
    private readonly ruleSets: RuleSetStore,
  ) {}

  /**
   * @param payload payload of the event that would issue the paper; by default empty
   * @throws ProblemError 404, 409 `paper.recorded-case`, 422 `paper.kind-unknown`, `event.payload-invalid`; 409, 503 where
   *   there is no PDF
   */
  async preview(
    principal: Principal,
    caseId: string,
    asked: { readonly kind: string; readonly format: 'docx' | 'pdf'; readonly payload?: unknown },
  ): Promise<PaperFile> {
    refuseUnstorable(asked.payload ?? {});
    const { case: loaded, env } = await this.runtime.read(principal, idOf(caseId, '该案件'));
    refuseRecorded(loaded);
    const definition = this.runtime.definitions.ofCase(loaded.stored);
    const spec = specOf(definition, asked.kind);
    const cause = causeOf(definition, spec, loaded, env, asked.payload);
    const round = roundOf(loaded);
    const clocks = [...latestClocks(loaded.clocks).values()].map(({ state }) => ({
      ...paperClock(state),
      status: env.clocks[state.key]?.status ?? state.status,
    }));
    const names = loaded.names ?? {};
    const opinions = withLetter(definition, loaded, env, cause);
    const set = await this.ruleSets.of(loaded.stored.rulesetVersion, principal);
    const { issuer, template } = await this.database.as(principal, async ({ db }) => ({
      issuer: await issuerOf(db, loaded.orgPath),
      template: await templateInForce(db, loaded.orgId, spec.kind, new Date(env.at)),
    }));
    const frame = paperFrame(definition, issuer, set);
    const source = previewSource(definition, loaded, cause, opinions, { clocks, names, round }, frame);
    const bytes = await paperBytes(spec.compose(source), cause.at, template, this.store, draftMark);
    const name = `草稿-${fileName(spec.title)}`;
    if (asked.format === 'pdf') {
      const pdf = await toPdf(bytes);
      return { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: pdf, size: pdf.length, sha256: null };
    }
    return { name: `${name}.docx`, mediaType: docxType, bytes: Buffer.from(bytes), size: bytes.length, sha256: null };
  }

  /** @throws ProblemError 404, 409 `paper.recorded-case`, 409 `paper.letter-none` in a category that has none */
  async letter(principal: Principal, caseId: string): Promise<LetterDraft> {
    const { case: loaded } = await this.runtime.read(principal, idOf(caseId, '该案件'));
    refuseRecorded(loaded);
    const { letter } = this.runtime.definitions.ofCase(loaded.stored);
    if (letter === undefined) throw new ProblemError(409, 'paper.letter-none', '这类事项不出具审查意见书。');
    const opinions = loaded.opinions.map(opinionOf);
    const context = loaded.stored.context as never;
    const signed = letter.signed(context, opinions);
    const lines = signed ?? letter.draft(context, opinions);
    const round = roundOf(loaded);
    const signature = opinions.findLast((each) => each.act === 'director' && each.round === round);
    const hash = loaded.opinions.find(({ id }) => id === signature?.id)?.hash ?? '';
    return {
      status: signed !== null ? 'signed' : lines.length === 0 ? 'empty' : 'draft',
      round,
      signed:
        signed === null || signature === undefined
          ? null
          : { opinion: signature.id, by: signature.by, at: new Date(signature.at).toISOString(), hash },
      sections: Object.entries(letter.parts).map(([part, title]) => ({
        part,
        title,
        answered: part === letter.answered,
        lines: lines
          .filter((line) => line.part === part)
          .map(({ text, from }, index) => ({
            line: index + 1,
            text,
            from: [...from],
            sources: sourcesOf(from, opinions),
          })),
      })),
    };
  }
}

/** A recorded case went through no step here: a paper of it would state what nobody did. */
function refuseRecorded({ stored }: LoadedCase): void {
  if (!isRecorded(stored)) return;
  throw new ProblemError(409, 'paper.recorded-case', '补录事项没有在系统内办理，不出具文书。有原件的，请上传扫描件。');
}

function sourcesOf(from: readonly string[], opinions: readonly StepOpinion[]) {
  return from.flatMap((ref) => {
    const [id, point] = ref.split('#');
    const opinion = opinions.find((each) => each.id === id);
    if (opinion === undefined) return [];
    const { act, by } = opinion;
    return [{ ref, opinion: opinion.id, act, by, point: point === undefined ? null : Number(point) }];
  });
}

function specOf(definition: Definition, kind: string): PaperSpec {
  const { papers = [] } = definition;
  const spec = papers.find((each) => each.kind === kind);
  if (spec !== undefined) return spec;
  const known = papers.map((each) => `${each.kind}（${each.title}）`).join('、');
  throw new ProblemError(422, 'paper.kind-unknown', `${definition.label}没有这种文书。可用的种类：${known}。`);
}

function roundOf(loaded: LoadedCase): number {
  const { round } = loaded.stored.context as { round?: number };
  return round ?? 1;
}

/**
 * The event that would issue the paper. A given payload must be valid; without one the paper shows the present data.
 */
function causeOf(
  definition: Definition,
  spec: PaperSpec,
  loaded: LoadedCase,
  env: StepEnvironment,
  payload: unknown,
): PaperEvent {
  const event = spec.event === null ? undefined : definition.events[spec.event];
  let given: unknown = payload ?? {};
  if (event !== undefined && payload !== undefined) {
    const parsed = event.payload.safeParse(payload);
    if (!parsed.success) {
      throw new ProblemError(422, 'event.payload-invalid', `“${event.label}”的内容不完整或不正确，请按提示修改。`, {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
      });
    }
    given = parsed.data;
  }
  return {
    seq: loaded.version + 1,
    type: spec.event ?? 'preview',
    label: event?.label ?? spec.title,
    at: env.at,
    on: civilDateOf(new Date(env.at)),
    actor: { id: env.actor.id, name: env.actor.name },
    to: loaded.state,
    payload: given,
    numbers: [],
    overridden: [],
  };
}

/** Before the letter is signed, the preview shows it as signed by the person who views it. */
function withLetter(
  definition: Definition,
  loaded: LoadedCase,
  env: StepEnvironment,
  cause: PaperEvent,
): StepOpinion[] {
  const opinions = loaded.opinions.map(opinionOf);
  const { letter } = definition;
  const context = loaded.stored.context as never;
  if (letter === undefined || letter.signed(context, opinions) !== null) return opinions;
  const edited = (cause.payload as { letter?: { lines?: readonly Record<string, unknown>[] } } | null)?.letter?.lines;
  const points = edited ?? (letter.draft(context, opinions) as unknown as readonly Record<string, unknown>[]);
  if (points.length === 0) return opinions;
  const { conclusion } = loaded.stored.context as { conclusion?: string | null };
  const by = { id: env.actor.id, name: env.actor.name };
  const round = roundOf(loaded);
  return [
    ...opinions,
    { id: '', act: 'director', round, by, conclusion: conclusion ?? '', text: '', points, at: env.at },
  ];
}
