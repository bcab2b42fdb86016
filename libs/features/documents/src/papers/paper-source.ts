/**
 * Input of a paper: the rows that were committed when its event was. Pure, so that the same rows give the same text.
 */
import { civilDateOf } from '@lawgate/calendar';
import { retentionOf, type Definition, type StepOpinion, type PaperEvent, type PaperSource } from '@lawgate/engine';
import { parametersOf, type HistoryBody, type LoadedCase, type PaperOrder, type RuleSet } from '@lawgate/cases';

interface Issuer {
  readonly kind: string;
  readonly name: string;
}

/** The issuer as named on papers: a town reviews by its judicial office (司法所), a county by its bureau. */
function issuerName({ kind, name }: Issuer): string {
  return kind === 'town' ? `${name}司法所` : name;
}

/** Data that is not in the rows of a case: the issuer of its papers, and the retention by its rule set. */
export type PaperFrame = Pick<PaperSource, 'organisation' | 'retention'>;

export function paperFrame(definition: Definition, issuer: Issuer, ruleSet: RuleSet): PaperFrame {
  return {
    organisation: issuerName(issuer),
    retention: retentionOf(definition, parametersOf(ruleSet, definition)),
  };
}

/**
 * The case as it was at one history row.
 *
 * @throws RangeError when the case has no such row
 */
export function paperSource(
  definition: Definition,
  loaded: LoadedCase,
  order: PaperOrder,
  frame: PaperFrame,
): PaperSource {
  const bodies = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
  const events = bodies.slice(0, order.seq).map((body) => eventOf(definition, body));
  const cause = events.at(-1);
  if (cause?.seq !== order.seq) throw new RangeError(`case ${loaded.id} has no history row ${order.seq}`);
  const later = new Set(bodies.slice(order.seq).flatMap(({ signed = [] }) => signed.map(({ id }) => id)));
  const until = Date.parse(cause.at);
  return {
    ...sourceOf(definition, loaded, order, frame, events, cause),
    number: cause.numbers[0] ?? null,
    // Two commits may have the same instant; the signing row shows which of them it was.
    opinions: loaded.opinions.filter(({ id, at }) => Date.parse(at) <= until && !later.has(id)).map(opinionOf),
    documents: documentsUntil(loaded, until),
    papers: issuedBefore(definition, bodies.slice(0, order.seq - 1)),
  };
}

/** The case as it is, plus an event that has not happened: what the paper would contain. */
export function previewSource(
  definition: Definition,
  loaded: LoadedCase,
  cause: PaperEvent,
  opinions: readonly StepOpinion[],
  order: Pick<PaperOrder, 'clocks' | 'names' | 'round'>,
  frame: PaperFrame,
): PaperSource {
  const bodies = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
  const events = [...bodies.map((body) => eventOf(definition, body)), cause];
  return {
    ...sourceOf(definition, loaded, order, frame, events, cause),
    number: null,
    opinions,
    documents: documentsUntil(loaded, Infinity),
    papers: issuedBefore(definition, bodies),
  };
}

function sourceOf(
  definition: Definition,
  loaded: LoadedCase,
  order: Pick<PaperOrder, 'clocks' | 'names' | 'round'>,
  frame: PaperFrame,
  events: readonly PaperEvent[],
  cause: PaperEvent,
): Omit<PaperSource, 'number' | 'opinions' | 'documents' | 'papers'> {
  const context = loaded.stored.context as { fields?: Record<string, unknown>; drafter?: string };
  return {
    caseId: loaded.id,
    category: definition.key,
    categoryLabel: definition.label,
    ...frame,
    title: loaded.title,
    // Fields and drafter are fixed when a case is created.
    fields: context.fields ?? {},
    drafter: context.drafter ?? loaded.createdBy,
    round: order.round,
    cause,
    events,
    clocks: order.clocks,
    names: order.names,
  };
}

export function eventOf(definition: Definition, body: HistoryBody): PaperEvent {
  return {
    seq: body.seq,
    type: body.type,
    label: definition.events[body.type]?.label ?? body.type,
    at: body.at,
    on: civilDateOf(new Date(body.at)),
    actor: body.actor,
    ...(body.onBehalfOf === undefined ? {} : { onBehalfOf: body.onBehalfOf }),
    to: body.to,
    payload: body.payload,
    numbers: body.numbers,
    overridden: body.overridden,
  };
}

export function opinionOf(opinion: LoadedCase['opinions'][number]): StepOpinion {
  return opinion as StepOpinion;
}

function documentsUntil(loaded: LoadedCase, until: number): PaperSource['documents'] {
  return loaded.documents
    .filter(({ uploadedAt }) => Date.parse(uploadedAt) <= until)
    .map(({ kind, name, version, sha256, uploadedAt }) => ({
      kind,
      name,
      version,
      sha256,
      on: civilDateOf(new Date(uploadedAt)),
    }));
}

const issues = 'issuePaper:';

/** The history shows which papers a commit issued, whether or not they have been made. */
function issuedBefore(definition: Definition, bodies: readonly HistoryBody[]): PaperSource['papers'] {
  return bodies.flatMap((body) =>
    body.effects
      .filter((effect) => effect.startsWith(issues))
      .map((effect) => effect.slice(issues.length))
      .map((kind) => ({
        kind,
        title: definition.papers?.find((spec) => spec.kind === kind)?.title ?? kind,
        on: civilDateOf(new Date(body.at)),
        number: body.numbers[0] ?? null,
      })),
  );
}
