/** Cases of any category, driven through the HTTP interface to the stage that a test needs. */
import { expect } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { Client } from '../client.ts';
import { handInMaterials, walkToEnd, type Cast, type DefinitionView } from '../walker.ts';
import { pdf } from './files.ts';

const usernames = ['clerk', 'intake', 'adviser', 'director', 'leader', 'archivist'] as const;

export async function walkersOf(base: string): Promise<Cast> {
  const clients = await Promise.all(usernames.map((username) => Client.login(base, username)));
  return Object.fromEntries(clients.map((client) => [client.username, client])) as unknown as Cast;
}

/** A case with its materials, some of them as PDF, driven to before `until`. @returns its id */
export async function caseAt(cast: Cast, category: string, title: string, until: string | null): Promise<string> {
  const definition = (await cast.clerk.get<DefinitionView>(`/api/definitions/${category}`)).body;
  const { id } = (await cast.clerk.post<CaseView>('/api/cases', { category, title })).body;
  await handInMaterials(cast.clerk, id, definition);
  const { kind } = definition.materials.find(({ required }) => required) ?? { kind: 'draft' };
  const { name, buffer } = pdf('盖章扫描件.pdf', 'One page');
  expect((await cast.clerk.upload(id, kind, name, new Uint8Array(buffer))).status).toBe(201);
  await walkToEnd(cast, id, definition, until);
  return id;
}
