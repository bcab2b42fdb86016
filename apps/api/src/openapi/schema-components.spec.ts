import { nameSchemas } from '@lawgate/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { mergeDirections, OpenApiError, SchemaComponents, type Direction } from './schema-components.ts';

/** A document whose one path uses the schemas in the given directions. */
function documentOf(...uses: readonly (readonly [z.ZodType, Direction])[]) {
  const schemas = new SchemaComponents();
  const converted = uses.map(([schema, direction]) => schemas.convert(schema, direction));
  return mergeDirections({
    uses: converted.map(({ schema }) => schema),
    components: { schemas: Object.assign({}, ...converted.map(({ components }) => components)) as object },
  });
}

describe('schemas with names', () => {
  it('become one component, however they are used and nested', () => {
    const Leaf = z.object({ id: z.string() });
    const Tree = z.object({ first: Leaf, others: z.array(Leaf), last: Leaf.nullable(), next: Leaf.optional() });
    nameSchemas('leaf.ts', { SpecLeaf: Leaf, SpecTree: Tree });
    const document = documentOf([Tree, 'output'], [Leaf, 'input']);
    const leaf = { $ref: '#/components/schemas/SpecLeaf' };
    expect(document.uses).toEqual([{ $ref: '#/components/schemas/SpecTree' }, leaf]);
    expect(document.components.schemas).toEqual({
      SpecLeaf: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      SpecTree: {
        type: 'object',
        properties: {
          first: leaf,
          others: { type: 'array', items: leaf },
          last: { anyOf: [leaf, { type: 'null' }] },
          next: leaf,
        },
        required: ['first', 'others', 'last'],
      },
    });
  });

  it('keep titles and extensions that were given before the name', () => {
    const Titled = z.object({ id: z.string() }).meta({ title: '编号', 'x-labels': { a: '甲' } });
    nameSchemas('titled.ts', { SpecTitled: Titled });
    expect(documentOf([Titled, 'output']).components.schemas).toMatchObject({
      SpecTitled: { title: '编号', 'x-labels': { a: '甲' } },
    });
  });

  it('do not share a name where a default makes the request differ from the answer', () => {
    const Inner = z.object({ size: z.number().default(1) });
    const Outer = z.object({ inner: Inner });
    nameSchemas('differing.ts', { SpecInner: Inner, SpecOuter: Outer });
    const document = documentOf([Outer, 'input'], [Outer, 'output']);
    expect(document.uses).toEqual([
      { $ref: '#/components/schemas/SpecOuterInput' },
      { $ref: '#/components/schemas/SpecOuter' },
    ]);
    expect(document.components.schemas).toMatchObject({
      SpecInner: { required: ['size'] },
      SpecInnerInput: { properties: { size: { default: 1 } } },
      SpecOuter: { properties: { inner: { $ref: '#/components/schemas/SpecInner' } } },
      SpecOuterInput: { properties: { inner: { $ref: '#/components/schemas/SpecInnerInput' } } },
    });
    expect(Object.keys(documentOf([Outer, 'input']).components.schemas)).toEqual(['SpecInner', 'SpecOuter']);
  });

  it('close an answer only where the schema is strict: an answer may get further properties', () => {
    const Open = z.object({ strict: z.strictObject({ a: z.string() }) });
    nameSchemas('open.ts', { SpecOpen: Open });
    const { SpecOpen } = documentOf([Open, 'output']).components.schemas as Record<string, Record<string, unknown>>;
    expect(SpecOpen).not.toHaveProperty('additionalProperties');
    expect(SpecOpen).toMatchObject({ properties: { strict: { additionalProperties: false } } });
  });

  it('stop the generation where two files declare one name, and name both files', () => {
    const One = z.object({ a: z.string() });
    const Other = z.object({ b: z.string() });
    nameSchemas('one.ts', { SpecTwice: One });
    nameSchemas('other.ts', { SpecTwice: Other });
    expect(() => documentOf([One, 'output'])).toThrow(OpenApiError);
    expect(() => documentOf([Other, 'input'])).toThrow(/"SpecTwice": one\.ts and other\.ts/);
  });

  it('stop the generation where the name of a request is taken', () => {
    const Differing = z.object({ size: z.number().default(1) });
    const Taken = z.object({ a: z.string() });
    nameSchemas('differs.ts', { SpecDiffers: Differing });
    nameSchemas('taken.ts', { SpecDiffersInput: Taken });
    expect(() => documentOf([Differing, 'input'], [Differing, 'output'], [Taken, 'output'])).toThrow(
      /"SpecDiffersInput" is .* taken\.ts, .* "SpecDiffers" in differs\.ts/,
    );
  });
});
