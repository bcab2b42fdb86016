/** The OpenAPI document of the application: read from the controllers by Nest, with named components. */
import { CreateCaseRequest, SendEventRequest } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import { publicRoute } from '@lawgate/http';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ZodType } from 'zod';
import { eventBodies, newCaseBodies } from './case-bodies.ts';
import { mergeDirections, refTo, SchemaComponents } from './schema-components.ts';

const problemType = 'application/problem+json';
const problemRef = refTo('Problem')['$ref'];

type Operation = OpenAPIObject['paths'][string]['get'] & object;
type Responses = Operation['responses'];
type Response = Responses[string] & { content?: Record<string, { schema?: { $ref?: string } }> };

/**
 * Generates the document. It takes several hundred milliseconds of processor time; callers cache it.
 *
 * @throws OpenApiError `openapi.duplicate-name` when two schemas or two events would have one name
 */
export function openApiDocument(app: NestFastifyApplication, definitions: readonly Definition[]): OpenAPIObject {
  const schemas = new SchemaComponents();
  const bodies = new Map<unknown, () => ReturnType<typeof eventBodies>>([
    [SendEventRequest, () => eventBodies(schemas, definitions)],
    [CreateCaseRequest, () => newCaseBodies(schemas, definitions)],
  ]);
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Lawgate')
    .setDescription(
      '合法性审核工作流引擎的接口。错误一律为 RFC 9457 problem details，带有稳定的 code；被规则拒绝时 refusals 给出规则与条文。',
    )
    .setVersion('0.1.0')
    .addCookieAuth('lawgate_session')
    .build();
  const drawn = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) =>
      bodies.get(schema)?.() ?? schemas.convert(schema as ZodType, schemaType),
  });
  return mergeDirections(withProblems(drawn, publicOperations(app)));
}

/** Ids of the operations that need no session. */
function publicOperations(app: NestFastifyApplication): ReadonlySet<string> {
  const isPublic = (target: object): boolean => Reflect.getMetadata(publicRoute, target) === true;
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [...controllers.values()]);
  return new Set(
    controllers.flatMap(({ metatype, name }) => {
      if (metatype === null) return [];
      const methods = Object.entries(Object.getOwnPropertyDescriptors(metatype.prototype));
      return methods.flatMap(([method, { value }]) =>
        typeof value === 'function' && (isPublic(value) || isPublic(metatype)) ? [`${name}_${method}`] : [],
      );
    }),
  );
}

/** Adds to every operation its problem responses: those of its controller, and those of session and body. */
function withProblems(document: OpenAPIObject, open: ReadonlySet<string>): OpenAPIObject {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
          const needsSession = !open.has(operation.operationId ?? '');
          const responses = Object.entries({
            ...operation.responses,
            ...(needsSession ? { 401: operation.responses['401'] ?? problemResponse('') } : {}),
            ...(takesInput(operation) ? { 422: operation.responses['422'] ?? problemResponse('') } : {}),
          }).map(([status, response]) => [status, asProblem(response as Response)]);
          return [
            method,
            {
              ...operation,
              responses: Object.fromEntries(responses),
              ...(needsSession ? { security: [{ cookie: [] }] } : {}),
            },
          ];
        }),
      ),
    ]),
  );
  const responses = { Problem: problemResponse('按 RFC 9457 说明的错误，code 稳定不变') };
  return { ...document, paths, components: { ...document.components, responses } };
}

/** Whether a schema can refuse the input: a body, a query, a parameter with a format. */
function takesInput({ requestBody, parameters = [] }: Operation): boolean {
  return requestBody !== undefined || parameters.some((each) => 'in' in each && each.in === 'query');
}

function problemResponse(description: string): Response {
  return { description, content: { [problemType]: { schema: refTo('Problem@output') } } } as Response;
}

/** Replaces a problem response by a reference to the shared one. */
function asProblem(response: Response): Responses[string] {
  const isProblem = Object.values(response.content ?? {}).some(({ schema }) =>
    schema?.$ref?.startsWith(`${problemRef}`),
  );
  if (!isProblem) return response;
  const { description } = response as { description?: string };
  return { $ref: '#/components/responses/Problem', ...(description ? { description } : {}) } as Responses[string];
}
