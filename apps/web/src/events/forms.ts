/** Which form an event has. What is not listed here is drawn from its schema alone. */
import type { ComponentType } from 'react';
import type { CaseView } from '../api/types.ts';
import type { Schema } from '../shared/schema-form.tsx';
import { PlainFields } from './plain-fields.tsx';

export interface FieldsProps {
  readonly view: CaseView;
  readonly schema: Schema;
  readonly onSwitch: (type: string) => void;
}

export interface SpecialForm {
  readonly Fields: ComponentType<FieldsProps>;
  /** What stands in the form before anything is typed. */
  readonly initial: (view: CaseView, schema: Schema) => Record<string, unknown>;
  /** Nothing is sent before this holds, such as a declaration that has to come first. */
  readonly ready: (values: Record<string, unknown>) => boolean;
  readonly submitLabel?: string;
}

const plain: SpecialForm = { Fields: PlainFields, initial: defaultsOf, ready: () => true };

const special: Readonly<Record<string, Partial<SpecialForm>>> = {};

export function formOf(type: string, _schema: Schema): SpecialForm {
  return { ...plain, ...special[type] };
}

/** What the schema itself says a field is when nobody says otherwise. */
function defaultsOf(_view: CaseView, schema: Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, field]) =>
      field.default === undefined ? [] : [[key, field.default]],
    ),
  );
}
