/** Request bodies of cases, generated from the definitions: one component for each event of each definition. Pure. */
import { CreateCaseRequest, SendEventRequest } from '@lawgate/contracts';
import { taskEventSpecs, type Definition, type EventSpec } from '@lawgate/engine';
import type { ZodType } from 'zod';
import { OpenApiError, refTo, type Converted, type Json, type SchemaComponents } from './schema-components.ts';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

/** Collects components; a duplicate name stops the generation. */
class Collected {
  readonly components: Record<string, Json> = {};
  readonly #places = new Map<string, string>();

  /**
   * @param place what the component belongs to, for the message
   * @throws OpenApiError `openapi.duplicate-name`
   */
  add(name: string, place: string, schema: Json): Json {
    const other = this.#places.get(name);
    if (other !== undefined) {
      throw new OpenApiError('openapi.duplicate-name', `"${name}" names two components: ${other} and ${place}.`);
    }
    this.#places.set(name, place);
    this.components[name] = schema;
    return refTo(name);
  }

  addAll({ schema, components }: Converted): Json {
    Object.assign(this.components, components);
    return schema;
  }
}

/**
 * The body of `POST /api/cases/:id/events`.
 *
 * `<Definition><Event>Payload` is the payload of each event of each definition; `<Definition><Event>Event` is the body
 * that sends it, without the events that only the engine sends. `<Definition>Event` is any event of a definition. The
 * request is one of `Any<Event>Event`, distinguished by `type`, since a case's id and not the body says which
 * definition it follows.
 */
export function eventBodies(convert: SchemaComponents, definitions: readonly Definition[]): Converted {
  const collected = new Collected();
  const { properties: members = {} } = collected.addAll(
    convert.convert(SendEventRequest.omit({ type: true, payload: true }), 'input'),
  ) as ObjectSchema;
  const bodyOf = (prefix: string, type: string, spec: EventSpec, place: string): Json | null => {
    const base = `${prefix}${pascal(type)}`;
    const payload = collected.add(`${base}Payload`, place, collected.addAll(convert.convert(spec.payload, 'input')));
    if (spec.by.every((role) => role === 'system')) return null;
    const isOptional = spec.payload.safeParse({}).success;
    return collected.add(`${base}Event`, place, {
      type: 'object',
      title: spec.label,
      properties: { type: { type: 'string', enum: [type] }, payload, ...members },
      required: isOptional ? ['type'] : ['type', 'payload'],
      additionalProperties: false,
    });
  };

  const taskEvents = Object.entries(taskEventSpecs).flatMap(([type, spec]) => {
    const body = bodyOf('', type, spec, `the event "${type}" of every definition`);
    return body === null ? [] : [{ type, body }];
  });
  const byType = new Map<string, { label: string; bodies: Json[] }>();
  for (const definition of newestVersions(definitions)) {
    const own = Object.entries(definition.events).flatMap(([type, spec]) => {
      const body = bodyOf(pascal(definition.key), type, spec, `the event "${type}" of "${definition.key}"`);
      if (body === null) return [];
      const known = byType.get(type) ?? { label: spec.label, bodies: [] };
      byType.set(type, known);
      known.bodies.push(body);
      return [{ type, body }];
    });
    collected.add(`${pascal(definition.key)}Event`, `the events of "${definition.key}"`, {
      title: definition.label,
      ...oneOf('type', [...own, ...taskEvents]),
    });
  }
  const anyEvents = [...byType].map(([type, { label, bodies }]) => ({
    type,
    body: collected.add(`Any${pascal(type)}Event`, `the event "${type}"`, {
      type: 'object',
      title: label,
      properties: { type: { type: 'string', enum: [type] } },
      required: ['type'],
      anyOf: bodies,
    }),
  }));
  const request = collected.add(
    'SendEventRequest',
    'the body that sends an event',
    oneOf('type', [...anyEvents, ...taskEvents]),
  );
  return { schema: request, components: collected.components };
}

/** The body of `POST /api/cases`: `<Definition>CreateRequest` for each definition, distinguished by `category`. */
export function newCaseBodies(convert: SchemaComponents, definitions: readonly Definition[]): Converted {
  const collected = new Collected();
  const common = collected.addAll(convert.convert(CreateCaseRequest.omit({ category: true }), 'input')) as ObjectSchema;
  const requests = newestVersions(definitions).map(({ key, label, fields }) => {
    const category = { type: 'string', enum: [key] };
    const own = collected.addAll(convert.convert(fields as ZodType, 'input')) as ObjectSchema & { type?: string };
    const place = `a new case of "${key}"`;
    if (own.type !== 'object') {
      // If the fields are not one object, such as a union, they are combined with the common properties by `allOf`.
      const shared = {
        type: 'object',
        properties: { category, ...common.properties },
        required: ['category', ...(common.required ?? [])],
      };
      return {
        type: key,
        body: collected.add(`${pascal(key)}CreateRequest`, place, { title: label, allOf: [shared, own as Json] }),
      };
    }
    return {
      type: key,
      body: collected.add(`${pascal(key)}CreateRequest`, place, {
        ...own,
        title: label,
        properties: { category, ...common.properties, ...own.properties },
        required: ['category', ...(common.required ?? []), ...(own.required ?? [])],
      }),
    };
  });
  const request = collected.add('CreateCaseRequest', 'the body that opens a case', oneOf('category', requests));
  return { schema: request, components: collected.components };
}

/** A registry may contain several versions of a definition; new cases and clients use the newest. */
function newestVersions(definitions: readonly Definition[]): Definition[] {
  const byKey = new Map<string, Definition>();
  for (const definition of definitions) {
    const known = byKey.get(definition.key);
    if (known === undefined || known.version < definition.version) byKey.set(definition.key, definition);
  }
  return [...byKey.values()];
}

function oneOf(propertyName: string, members: readonly { type: string; body: Json }[]): Json {
  return {
    oneOf: members.map(({ body }) => body),
    discriminator: {
      propertyName,
      mapping: Object.fromEntries(members.map(({ type, body }) => [type, body['$ref']])),
    },
  };
}

/** `normative-document` and `opinion.give` as parts of a component's name. */
export function pascal(key: string): string {
  return key.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, first: string) => first.toUpperCase());
}
