/**
 * Pages draw every form from the JSON Schema in the definition and have no code for single categories. A property that
 * lacks its title or kind would be drawn wrongly, so this test visits every field of every category that the loader
 * finds.
 */
import { describe, expect, it } from '@jest/globals';
import { describeDefinition } from '@lawgate/engine';
import { loadDefinitions } from './load.ts';

interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: unknown;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-person-role'?: string;
  readonly 'x-each'?: string;
}

interface Field {
  readonly where: string;
  readonly schema: Schema;
  /** Items of a list need no title: the list has it. */
  readonly item: boolean;
}

function fieldsOf(schema: Schema, where: string): Field[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
    { where: `${where}.${key}`, schema: property, item: false },
    ...fieldsOf(property, `${where}.${key}`),
  ]);
  const { items } = schema;
  return items === undefined
    ? inner
    : [...inner, { where: `${where}[]`, schema: items, item: true }, ...fieldsOf(items, `${where}[]`)];
}

const drawable = ['string', 'boolean', 'number', 'integer', 'array', 'object'];
const chinese = /\p{Script=Han}/u;
const descriptions = (await loadDefinitions()).map((definition) => describeDefinition(definition));

describe.each(descriptions.map((description) => [description.key, description] as const))('%s', (_, description) => {
  const forms: (readonly [string, Schema])[] = [
    ['fields', description.fields],
    ...[...description.events, ...description.taskEvents].map(({ type, payload }) => [type, payload] as const),
  ];
  const fields = forms.flatMap(([name, schema]) => fieldsOf(schema, name));
  const where = (wrong: (field: Field) => boolean): string[] => fields.filter(wrong).map((field) => field.where);

  it('describes every form as an object of known properties', () => {
    expect(forms.filter(([, schema]) => schema.type !== 'object').map(([name]) => name)).toEqual([]);
    expect(forms.filter(([, schema]) => schema.additionalProperties !== false).map(([name]) => name)).toEqual([]);
  });

  it('gives each field a Chinese title', () => {
    expect(where(({ schema, item }) => !item && !chinese.test(schema.title ?? ''))).toEqual([]);
  });

  it('gives each field a kind that a form can draw', () => {
    expect(
      where(
        // A choice that also accepts a boolean is drawn as the choice.
        ({ schema: { type = '', anyOf } }) =>
          !drawable.includes(type) && !anyOf?.every((one) => drawable.includes(one.type ?? '')),
      ),
    ).toEqual([]);
  });

  it('gives a label to each member of each choice', () => {
    const unnamed = ({ schema }: Field): boolean =>
      [schema, ...(schema.anyOf ?? [])].some(({ enum: members = [], 'x-labels': labels }) =>
        members.some((member) => !chinese.test(labels?.[member] ?? '')),
      );
    expect(where(unnamed)).toEqual([]);
    expect(where(({ schema }) => schema.enum === undefined && schema['x-labels'] !== undefined)).toEqual([]);
  });

  it('limits the length of each text and each list', () => {
    const unbounded = ({ schema }: Field): boolean =>
      (schema.type === 'string' &&
        schema.enum === undefined &&
        schema.format === undefined &&
        schema.maxLength === undefined) ||
      (schema.type === 'array' && schema.maxItems === undefined);
    expect(where(unbounded)).toEqual([]);
  });

  it('gives each statement the text that the user confirms', () => {
    expect(where(({ schema }) => schema.const === true && !chinese.test(schema.description ?? ''))).toEqual([]);
  });

  it('requires an answer to each review question exactly once', () => {
    const points = fields.find((field) => field.where === 'findings.record.points')?.schema;
    const each = points?.['x-each'] ?? '';
    const questions = points?.items?.properties?.[each];
    expect(questions?.enum?.length).toBeGreaterThan(0);
    expect(Object.keys(questions?.['x-labels'] ?? {})).toEqual(questions?.enum);
  });

  it('marks fields of advisers as people with the role adviser', () => {
    const advisers = fields.find((field) => field.where === 'advisers.assign.advisers[]')?.schema;
    expect(advisers?.['x-person-role']).toBe('adviser');
  });
});
