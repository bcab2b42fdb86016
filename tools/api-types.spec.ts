/**
 * The pages use types that are generated from the server's OpenAPI document: this test fails if they were not generated
 * again after a change.
 */
import { readFileSync } from 'node:fs';
import { openApiWithoutServer } from '@lawgate/api';
import { loadDefinitions } from '@lawgate/workflows';
import { expect, it } from '@jest/globals';
import { apiTypes, apiTypesFile } from './api-types.ts';

it('the types of the interface are those of the sources (npm run generate:api)', async () => {
  const document = await openApiWithoutServer(await loadDefinitions());
  expect(readFileSync(apiTypesFile, 'utf8')).toBe(await apiTypes(document));
}, 120_000);
