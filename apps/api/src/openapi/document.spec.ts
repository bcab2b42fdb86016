/** The OpenAPI document that clients are generated from: every body has a name, and every statement is checked. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { taskEventSpecs, type Definition } from '@lawgate/engine';
import { loadDefinitions } from '@lawgate/workflows';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { eventBodies, newCaseBodies, pascal } from './case-bodies.ts';
import { SchemaComponents } from './schema-components.ts';
import { openApiWithoutServer } from './without-server.ts';

interface Media {
  readonly schema?: { readonly $ref?: string; readonly type?: string; readonly items?: { readonly $ref?: string } };
}
type Content = Readonly<Record<string, Media>>;
interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
  readonly security?: unknown;
}

let definitions: Definition[];
let document: OpenAPIObject;
let operations: { name: string; operation: Operation }[];
let ajv: Ajv2020;

beforeAll(async () => {
  const shipped = await loadDefinitions();
  const [first] = shipped as [Definition];
  // Like a town's own category from LAWGATE_WORKFLOWS, which no file of this repository mentions.
  definitions = [...shipped, { ...first, key: 'of-the-town' }];
  document = JSON.parse(JSON.stringify(await openApiWithoutServer(definitions))) as OpenAPIObject;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'api', ...document });
}, 60_000);

const validates = (name: string): ValidateFunction => {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`there is no component ${name}`);
  return validate;
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and none of its references leads nowhere', async () => {
    const config = await createConfig({
      rules: {
        struct: 'error',
        'no-unresolved-refs': 'error',
        'operation-operationId-unique': 'error',
        'path-parameters-defined': 'error',
        'no-identical-paths': 'error',
        'security-defined': 'off',
      },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('gives every JSON body a name, so that a client need not invent one', () => {
    const isNamed = ({ schema }: Media): boolean =>
      schema?.$ref !== undefined ||
      (schema?.type === 'array' && schema.items?.$ref !== undefined) ||
      ['string', 'number', 'integer', 'boolean'].includes(schema?.type ?? '');
    const unnamed = operations.flatMap(({ name, operation: { requestBody, responses } }) => {
      const bodies = [requestBody, ...Object.values(responses)].flatMap((each) => Object.entries(each?.content ?? {}));
      return bodies.some(([type, media]) => /json/.test(type) && !isNamed(media)) ? [name] : [];
    });
    expect(unnamed).toEqual([]);
    expect(operations.length).toBeGreaterThan(110);
  });

  it('says of every operation what it answers when all is well', () => {
    const silent = operations.filter(
      ({ operation: { responses } }) =>
        !Object.entries(responses).some(([status, { content }]) => status === '204' || (/^2/.test(status) && content)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has one problem response for all errors, and 401 for everything that needs a session', () => {
    const problem = { $ref: '#/components/responses/Problem' };
    for (const { name, operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (/^[45]/.test(status)) expect({ name, status, ...response }).toMatchObject(problem);
      }
    }
    const without = operations.filter(({ operation }) => operation.responses['401'] === undefined);
    expect(without.map(({ name }) => name).sort()).toEqual([
      'GET /api/health/live',
      'GET /api/health/ready',
      'POST /api/auth/logout',
    ]);
    expect(document.components?.responses?.['Problem']).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('does not repeat a schema inline', () => {
    const shapes = new Map<string, string[]>();
    const look = (value: unknown, place: string): void => {
      if (value === null || typeof value !== 'object') return;
      const { type, properties = {} } = value as { type?: string; properties?: object };
      if (type === 'object' && Object.keys(properties).length > 1) {
        const shape = JSON.stringify(value);
        shapes.set(shape, [...(shapes.get(shape) ?? []), place]);
      }
      for (const [key, child] of Object.entries(value)) look(child, `${place}/${key}`);
    };
    // Schemas of definitions are separate, even if two are equal today.
    const ofDefinitions = new RegExp(
      `^(Task|${definitions.map(({ key }) => pascal(key)).join('|')})\\w*(Payload|Event|CreateRequest)$`,
    );
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      if (!ofDefinitions.test(name)) look(schema, name);
    }
    expect(
      [...shapes.values()].filter((places) => places.length > 1 && places.some((place) => place.includes('/'))),
    ).toEqual([]);
  });
});

describe('what may be sent to cases', () => {
  it('has a component for each event of each definition, which accepts its examples', () => {
    for (const { key, events } of definitions) {
      for (const [type, { examples, by }] of Object.entries(events)) {
        const base = `${pascal(key)}${pascal(type)}`;
        for (const payload of examples) {
          expect({ base, errors: errorsOf(`${base}Payload`, payload) }).toEqual({ base, errors: null });
          if (by.every((role) => role === 'system')) continue;
          const body = { type, payload, expectedVersion: 3, overrides: { 'some.rule': '理由' } };
          for (const name of [`${base}Event`, `${pascal(key)}Event`, 'SendEventRequest']) {
            expect({ base, name, errors: errorsOf(name, body) }).toEqual({ base, name, errors: null });
          }
        }
      }
    }
  });

  it('includes the operations on a task', () => {
    for (const type of Object.keys(taskEventSpecs)) {
      expect(document.components?.schemas).toHaveProperty([`${pascal(type)}Payload`]);
    }
    const transfer = { type: 'task.transfer', payload: { to: 'somebody' } };
    expect(errorsOf('SendEventRequest', transfer)).toBeNull();
    expect(errorsOf('OfTheTownEvent', transfer)).toBeNull();
  });

  it('does not accept unknown events, invalid payloads, and events of the engine', () => {
    for (const body of [
      { type: 'no-such-event' },
      { type: 'submit', payload: { vouched: false } },
      { type: 'submit' },
      { type: 'submit', payload: { vouched: true }, misspelt: 1 },
      { type: 'supplement.expire', payload: {} },
      { type: 'task.transfer', payload: {} },
    ]) {
      expect({ body, isTaken: errorsOf('SendEventRequest', body) === null }).toEqual({ body, isTaken: false });
    }
    expect(errorsOf('SendEventRequest', { type: 'accept' })).toBeNull();
  });

  it('has the fields of each definition in the body that creates a case', () => {
    for (const { key, fieldExamples } of definitions) {
      for (const fields of fieldExamples) {
        const body = { category: key, title: '某事项', ...fields };
        expect({ key, errors: errorsOf('CreateCaseRequest', body) }).toEqual({ key, errors: null });
      }
      expect(errorsOf('CreateCaseRequest', { category: key, title: '某事项', noSuchField: 1 })).not.toBeNull();
    }
    expect(errorsOf('CreateCaseRequest', { category: 'no-such-category', title: '某事项' })).not.toBeNull();
  });

  it('fails where two definitions would have one name, and names both', () => {
    const [first] = definitions as [Definition];
    const confused = [...definitions, { ...first, key: 'of.the.town' }];
    const message = /"OfTheTown\w+" names two components: .*"of-the-town" and .*"of\.the\.town"/;
    expect(() => eventBodies(new SchemaComponents(), confused)).toThrow(message);
    expect(() => newCaseBodies(new SchemaComponents(), confused)).toThrow(message);
  });

  it('uses the newest version of a definition', () => {
    const [first, ...others] = definitions as [Definition, ...Definition[]];
    const older = { ...first, version: 0, events: {}, fields: z.strictObject({}) };
    for (const bodies of [eventBodies, newCaseBodies]) {
      const drawn = bodies(new SchemaComponents(), [first, older, ...others]);
      expect(drawn).toEqual(bodies(new SchemaComponents(), definitions));
    }
  });

  function errorsOf(name: string, body: unknown): unknown {
    const validate = validates(name);
    return validate(body) ? null : validate.errors;
  }
});
