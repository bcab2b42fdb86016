/** Zod schemas as JSON schemas of the OpenAPI document: each named schema is a component, its uses are references. Pure. */
import { filesNaming } from '@lawgate/contracts';
import { z, type ZodType } from 'zod';

export type Json = Readonly<Record<string, unknown>>;

/** Use of a schema: a request body, before defaults and transforms, or an answer. */
export type Direction = 'input' | 'output';

/** A schema of the document and the components that it refers to. */
export interface Converted {
  readonly schema: Json;
  readonly components: Readonly<Record<string, Json>>;
}

/** The document cannot be generated; the message says what to change. */
export class OpenApiError extends Error {
  constructor(
    readonly code: 'openapi.duplicate-name',
    message: string,
  ) {
    super(message);
    this.name = 'OpenApiError';
  }
}

const prefix = '#/components/schemas/';

export function refTo(name: string): Json {
  return { $ref: `${prefix}${name}` };
}

/**
 * Converts schemas of one document. Until {@link mergeDirections} has processed the finished document, the names of its
 * components contain the direction of their use.
 */
export class SchemaComponents {
  readonly #schemas = new Map<string, unknown>();
  readonly #converted = { input: new Map<ZodType, Converted>(), output: new Map<ZodType, Converted>() };

  /** @throws OpenApiError `openapi.duplicate-name` when two schemas have one name */
  convert(schema: ZodType, direction: Direction): Converted {
    const known = this.#converted[direction].get(schema);
    if (known !== undefined) return known;
    const converted = this.#convert(schema, direction);
    this.#converted[direction].set(schema, converted);
    return converted;
  }

  #convert(schema: ZodType, direction: Direction): Converted {
    const { $schema: _, $defs = {}, ...root } = this.#toJsonSchema(schema, direction);
    const withDirection = (value: unknown): Json =>
      mapRefs(value, (ref) => `${ref.replace('#/$defs/', prefix)}${suffixes[direction]}`) as Json;
    return {
      schema: withDirection(root),
      components: Object.fromEntries(
        Object.entries($defs).map(([name, definition]) => [name + suffixes[direction], withDirection(definition)]),
      ),
    };
  }

  #toJsonSchema(schema: ZodType, direction: Direction): Json & { $defs?: Record<string, Json> } {
    return z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: direction,
      // A definition may check its payload by rules that JSON Schema cannot express; answers must be described
      // completely.
      unrepresentable: direction === 'input' ? 'any' : 'throw',
      override: ({ zodSchema, jsonSchema }) => {
        this.#claim(zodSchema);
        // An answer may get further properties later. Zod closes every object that it converts; only strict ones are
        // meant to be closed.
        const { def } = zodSchema._zod;
        if (direction === 'output' && def.type === 'object' && def.catchall === undefined) {
          delete jsonSchema.additionalProperties;
        }
      },
    }) as Json & { $defs?: Record<string, Json> };
  }

  #claim(schema: Parameters<typeof z.globalRegistry.get>[0]): void {
    const id = z.globalRegistry.get(schema)?.id;
    if (id === undefined) return;
    const given = filesNaming(id);
    const known = this.#schemas.get(id);
    if (given.length > 1 || (known !== undefined && known !== schema)) {
      throw new OpenApiError(
        'openapi.duplicate-name',
        `Two schemas have the name "${id}": ${given.join(' and ')}. Give one of them another name in nameSchemas.`,
      );
    }
    this.#schemas.set(id, schema);
  }
}

const suffixes = { input: '@input', output: '@output' } as const;

/**
 * Gives the components their final names. Schemas that are equal in both directions become one component; where a
 * default or a transform makes them differ, the request body is named `<Name>Input`.
 *
 * @throws OpenApiError `openapi.duplicate-name` when `<Name>Input` is the name of another schema
 */
export function mergeDirections<D extends { components?: { schemas?: object } }>(document: D): D {
  const schemas = { ...document.components?.schemas } as Record<string, Json>;
  const bases = new Set(Object.keys(schemas).map((name) => name.replace(/@(input|output)$/, '')));
  const differing = differingNames(schemas, bases);
  const finalName = (name: string): string => {
    const [base = name, direction] = name.split('@');
    return direction === 'input' && differing.has(base) ? `${base}Input` : base;
  };
  for (const base of differing) {
    if (!bases.has(`${base}Input`)) continue;
    throw new OpenApiError(
      'openapi.duplicate-name',
      `"${base}Input" is the name of a schema in ${filesNaming(`${base}Input`).join(', ')}, and of what "${base}" in ` +
        `${filesNaming(base).join(', ')} looks like in a request. Give one of them another name in nameSchemas.`,
    );
  }
  const named = Object.entries(schemas).map(([name, schema]) => [finalName(name), schema] as const);
  const sorted = Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  const merged = { ...document, components: { ...document.components, schemas: sorted } };
  return mapRefs(merged, (ref) => prefix + finalName(ref.slice(prefix.length))) as D;
}

/** Names whose two directions differ, directly or through a reference. */
function differingNames(schemas: Readonly<Record<string, Json>>, names: ReadonlySet<string>): ReadonlySet<string> {
  const both = [...names].filter((name) => `${name}@input` in schemas && `${name}@output` in schemas);
  const plain = (name: string): string =>
    JSON.stringify(mapRefs(schemas[name], (ref) => ref.replace(/@(input|output)$/, '')));
  const differing = new Set(both.filter((name) => plain(`${name}@input`) !== plain(`${name}@output`)));
  for (let size = -1; size !== differing.size;) {
    size = differing.size;
    for (const name of both) {
      if (refsIn(schemas[`${name}@input`]).some((ref) => differing.has(ref))) differing.add(name);
    }
  }
  return differing;
}

/** Names of the components that a value refers to, without their direction. */
function refsIn(value: unknown): string[] {
  const found: string[] = [];
  mapRefs(value, (ref) => {
    found.push(ref.slice(prefix.length).replace(/@(input|output)$/, ''));
    return ref;
  });
  return found;
}

/** The same value with every reference to a schema, and every target of a discriminator, replaced. */
function mapRefs(value: unknown, change: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapRefs(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      typeof child === 'string' && (child.startsWith(prefix) || child.startsWith('#/$defs/')) && key !== 'description'
        ? change(child)
        : mapRefs(child, change),
    ]),
  );
}
