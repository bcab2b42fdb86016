/** A sample case of a category, from the definition's own examples, for showing a template. */
import {
  retentionOf,
  type Definition,
  type StepOpinion,
  type PaperEvent,
  type PaperSource,
  type PaperSpec,
} from '@lawgate/engine';

const day = '2024-03-15';
const at = `${day}T02:00:00.000Z`;

const names = {
  drafter: '周承办',
  reviewer: '吴审查',
  'adviser-1': '王律师',
  'adviser-2': '赵律师',
  director: '孙所长',
} as const;

export function sampleSource(definition: Definition, spec: PaperSpec): PaperSource {
  const { acts, course } = definition;
  const beforeAct = course.slice(
    0,
    course.findIndex((type) => acts.includes(type)),
  );
  const before = beforeAct.filter((type) => type !== spec.event);
  const events = before.map((type, index) => sampleEvent(definition, type, index + 1));
  const cause = sampleEvent(definition, spec.event ?? 'preview', events.length + 1);
  const findings = examplePayload(definition, 'findings.record') as { conclusion?: string } | undefined;
  return {
    caseId: '',
    category: definition.key,
    categoryLabel: definition.label,
    organisation: '示例镇司法所',
    title: '示例事项',
    fields: { submittingUnit: '示例办公室' },
    drafter: 'drafter',
    round: 1,
    cause,
    events: [...events, cause],
    number: '合审〔2024〕1号',
    opinions: [sampleLetter(definition, findings?.conclusion ?? '')],
    documents: definition.materials
      .filter(({ required }) => required)
      .map(({ kind, label }) => ({ kind, name: `${label}.docx`, version: 1, sha256: '', on: day })),
    clocks: Object.entries(definition.clocks).map(([key, { label, citation }]) => ({
      key,
      label,
      citation,
      status: 'running',
      startedOn: day,
      limit: 5,
      unit: 'workday',
      dueOn: '2024-03-22',
      provisional: false,
    })),
    papers: (definition.papers ?? [])
      .filter(({ event }) => event !== null)
      .map(({ kind, title }) => ({ kind, title, on: day, number: null })),
    retention: retentionOf(definition, {}),
    names,
  };
}

function examplePayload(definition: Definition, type: string): unknown {
  return definition.events[type]?.examples[0];
}

function sampleEvent(definition: Definition, type: string, seq: number): PaperEvent {
  return {
    seq,
    type,
    label: definition.events[type]?.label ?? type,
    at,
    on: day,
    actor: { id: 'director', name: names.director },
    to: '',
    payload: examplePayload(definition, type) ?? {},
    numbers: ['合受〔2024〕1号'],
    overridden: [],
  };
}

function sampleLetter({ letter }: Definition, conclusion: string): StepOpinion {
  const points = Object.entries(letter?.parts ?? {}).map(([part, label]) => ({
    part,
    text: `${label}的文字示例。`,
    from: [],
  }));
  const by = { id: 'director', name: names.director };
  return { id: 'sample', act: 'director', round: 1, by, conclusion, text: '同意', points, at };
}
