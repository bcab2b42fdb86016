/** The forms of events. An event that is not listed here has a form drawn from its schema alone. */
import type { ComponentType } from 'react';
import type { CaseView } from '../api/types.ts';
import type { Schema } from '../shared/schema.ts';
import { AdoptionFields } from './adoption-fields.tsx';
import { unansweredRows } from './each-field.tsx';
import { FindingsFields } from './findings-fields.tsx';
import { declaration, OpinionFields } from './opinion-fields.tsx';
import { LetterFields } from './letter-fields.tsx';
import { PlainFields } from './plain-fields.tsx';
import { TaskFields } from './task-fields.tsx';

export interface FieldsProps {
  readonly type: string;
  readonly view: CaseView;
  readonly schema: Schema;
  readonly onSwitch: (type: string) => void;
}

type Values = Record<string, unknown>;

export interface EventFormKind {
  readonly Fields: ComponentType<FieldsProps>;
  /** Initial values of the form. */
  readonly initial: (view: CaseView, schema: Schema) => Values;
  /** The form can be sent only if this holds, such as a declaration that must come first. */
  readonly ready: (values: Values) => boolean;
  readonly submitLabel?: string;
}

const plain: EventFormKind = { Fields: PlainFields, initial: () => ({}), ready: () => true };

/** Events of the common spine, which mean the same in every category. */
const special: Readonly<Record<string, Partial<EventFormKind>>> = {
  'draft.amend': { initial: ({ title, fields }) => ({ title, ...fields }) },
  'supplement.request': { initial: (view) => ({ items: missingMaterials(view) }) },
  'opinion.give': { Fields: OpinionFields, ready: (values) => values[declaration] === true },
  'findings.record': { Fields: FindingsFields },
  'sign-off': { Fields: LetterFields },
  'adoption.record': { Fields: AdoptionFields },
};

export function formOf(type: string): EventFormKind {
  if (type.startsWith('task.')) return { ...plain, Fields: TaskFields };
  const form = { ...plain, ...special[type] };
  return { ...form, initial: (view, schema) => ({ ...defaultsOf(schema), ...form.initial(view, schema) }) };
}

/** Defaults from the schema, and the questions that it lists. */
function defaultsOf(schema: Schema): Values {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
      const rows = unansweredRows(field);
      if (rows.length > 0) return [[key, rows]];
      return field.default === undefined ? [] : [[key, field.default]];
    }),
  );
}

/** All missing materials at once, because a supplement should be asked for once. */
function missingMaterials({ materials }: CaseView): (string | undefined)[] {
  const missing = materials.filter(({ required, given }) => required && !given).map(({ label }) => `请补充${label}`);
  return missing.length > 0 ? missing : [undefined];
}
