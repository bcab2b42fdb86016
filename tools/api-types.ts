/** The TypeScript types of the interface, generated from its OpenAPI document. Run as a program, it writes them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openApiWithoutServer } from '@lawgate/api';
import { loadDefinitions } from '@lawgate/workflows';
import openapiTS, { astToString } from 'openapi-typescript';

export const apiTypesFile = path.resolve(import.meta.dirname, '../apps/web/src/api/schema.d.ts');

/** Of a document as `/api/openapi.json` answers it. */
export async function apiTypes(document: object): Promise<string> {
  // What has a default may be left out of a request; an answer lists what it always has as required.
  return astToString(await openapiTS(JSON.parse(JSON.stringify(document)), { defaultNonNullable: false }));
}

if (import.meta.main) writeFileSync(apiTypesFile, await apiTypes(await openApiWithoutServer(await loadDefinitions())));
