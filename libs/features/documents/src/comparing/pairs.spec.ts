/**
 * Pairs of documents over HTTP, through upload, reading and comparison: `x.a` and `x.b` differ in one amount, number or mark;
 * a document and its print, or its copy in another format, are equal in meaning.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officeProgram } from '@lawgate/files/office';
import { loadDefinitions } from '@lawgate/workflows';
import { openDocumentsTown, type Answered } from '../documents-town.fixtures.ts';

const folder = new URL('./pairs/', import.meta.url);
const files = readdirSync(folder);
const clerk = 'east-clerk';
const differing = files
  .filter((name) => name.includes('.a.'))
  .map((name) => [name, name.replace('.a.', '.b.')] as const);
const equal = [
  ['auto.docx', 'auto.pdf'],
  ['typedhf.docx', 'typedhf.pdf'],
  // Without LibreOffice the quotes and numbers of a doc are read by a library that keeps less of them, and it is named.
  ...((await officeProgram()) === null ? [] : [['rad.docx', 'rad.doc'] as const]),
] as const;

const town = await openDocumentsTown(await loadDefinitions());
afterAll(() => town.close());

let caseId = '';
const ids = new Map<string, string>();
beforeAll(async () => {
  caseId = await town.draft('contract');
  for (const name of files) {
    const { status, body } = await town.upload(clerk, caseId, 'draft', name, readFileSync(new URL(name, folder)));
    expect([name, status]).toEqual([name, 201]);
    ids.set(name, body.id);
  }
  await town.work();
}, 120_000);

const place = () => `/api/cases/${caseId}/comparisons`;
async function compared(left: string, right: string): Promise<Answered['body']> {
  const asked = await town.post(clerk, place(), { left: ids.get(left), right: ids.get(right) });
  await town.work();
  return (await town.get(clerk, `${place()}/${asked.body.id}`)).body;
}

describe('a document that was changed', () => {
  it.each(differing)('%s: the change is found, or the page that was not compared is named', async (left, right) => {
    const { state, differences, notCompared } = await compared(left, right);
    expect(state).toBe('done');
    if (left.startsWith('pdf-scanned-annex')) {
      expect(notCompared).toEqual([{ part: '第2页', page: 2, reason: expect.stringMatching(/[\p{Script=Han}]{4}/u) }]);
    } else expect({ differences, notCompared }).toEqual({ differences: expect.any(Number), notCompared: [] });
    if (!left.startsWith('pdf-scanned-annex')) expect(differences).toBeGreaterThan(0);
  });
});

describe('a document in another format', () => {
  it.each(equal)('%s and %s are equal', async (left, right) => {
    expect(await compared(left, right)).toMatchObject({
      state: 'done',
      basis: 'text',
      differences: 0,
      notCompared: [],
    });
    expect(await compared(right, left)).toMatchObject({ differences: 0, notCompared: [] });
  });
});

describe('the amounts that differ', () => {
  it.each([
    ['pdf-valign3', '1800', '9800'],
    ['pdf-form-field', '100000', '900000'],
    ['pdf-mixed-gbk', '壹拾万', '玖拾万'],
  ])('of %s are shown as whole words', async (name, from, to) => {
    const { changes } = await compared(`${name}.a.pdf`, `${name}.b.pdf`);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ from: expect.stringContaining(from), to: expect.stringContaining(to) }),
      ]),
    );
  });
});
