/** Text of any script is returned unchanged: titles, payloads, file names, search texts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { propertyRuns, timeoutMs } from '@lawgate/sizes';
import fc from 'fast-check';
import { multipart, multipartType } from './multipart.ts';
import { Sender } from './refusal.ts';
import type { Server } from './server.ts';
import { startTown } from './town.ts';

const limitMs = timeoutMs(60_000);

let server: Server;
let clerk: Sender;

beforeAll(async () => {
  ({ server } = await startTown());
  clerk = await Sender.login(server, 'clerk');
}, 240_000);

afterAll(() => server?.remove(), 60_000);

const texts: Record<string, string> = {
  'a rare character': '㐀龥𠮷野家',
  'characters far beyond the first plane': '𪚥𫝀𰻞𱁬',
  'a character with a variation': '葛\u{e0100}城市',
  'an emoji of one': '👍🏽',
  'a family of joined emoji': '👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇳',
  Hebrew: 'שלום עולם, (חוזה) 2026',
  Arabic: 'مرحبًا بالعالم — عقد ١٢٣',
  'both directions, with marks': 'abc \u202eשלום\u202c def \u2067مرحبا\u2069',
  'composed letters': 'é å ü ế',
  'the same, decomposed': 'e\u0301 a\u030a u\u0308 e\u0302\u0301',
  'letters under many marks': 'Z\u0336\u0321a\u0337\u0322l\u0334g\u0335o\u0338',
  Hangul: '각\u1100\u1161\u11a8',
  Tibetan: 'བོད་ཡིག',
  Thai: 'ภาษาไทย',
  'joiners and blanks without width': 'a\u200bb\u200cc\u200dd\ufeffe',
  'what is no character but may be kept': 'a\uffff\ufffe\u{10ffff}b',
  'what a page could mistake': `<script>alert("1")</script> &amp; 'x' \\ \\u0041 %00 \${a} {{b}}`,
  'what a database could mistake': `'; drop table review_case; -- % _ \\`,
  'full-width figures and brackets': '〔２０２６〕１号（试行）',
};

const create = async (title: string): Promise<CaseView> => {
  const answer = await clerk.post('/api/cases', { category: 'contract', title, counterparty: title });
  expect(`${answer.status} ${answer.text}`).toMatch(/^201 /);
  return JSON.parse(answer.text) as CaseView;
};
const view = async (id: string): Promise<CaseView> =>
  JSON.parse((await clerk.get(`/api/cases/${id}`)).text) as CaseView;

describe.each(Object.entries(texts))('%s', (_, text) => {
  it('is returned unchanged in title, fields, payload and list', async () => {
    const created = await create(text);
    const seen = await view(created.id);
    expect([created.title, seen.title, seen.fields['counterparty']]).toEqual([text, text, text]);
    const [first] = seen.history;
    expect(first?.payload).toMatchObject({ title: text, counterparty: text });
    const found = await clerk.get(`/api/cases?q=${encodeURIComponent(text)}`);
    const { items } = JSON.parse(found.text) as { items: { id: string; title: string }[] };
    expect(items).toEqual([expect.objectContaining({ id: created.id, title: text })]);
  });

  it('is returned as a file name in composed form', async () => {
    // Characters that some systems forbid in file names are tested in the spec of bad names.
    const name = `${text.replace(/[/\\"%]/g, '')}.txt`;
    const { id } = await create(`${text}（材料）`);
    const body = multipart([
      { field: 'kind', content: 'draft' },
      { field: 'file', fileName: name, content: text },
    ]);
    const answer = await clerk.send({
      method: 'POST',
      path: `/api/cases/${id}/documents`,
      headers: multipartType,
      body,
    });
    expect(`${answer.status} ${answer.text}`).toMatch(/^201 /);
    const [document] = (await view(id)).documents;
    expect(document?.name).toBe(name.normalize('NFC').trim());
    const content = await clerk.get(`/api/cases/${id}/documents/${document?.id}/content`);
    expect(content.text).toBe(text);
    const [, encoded = ''] = /filename\*=UTF-8''([^;]*)/i.exec(String(content.headers['content-disposition'])) ?? [];
    expect(decodeURIComponent(encoded)).toBe(document?.name);
  });
});

describe('any text', () => {
  it(
    'that is well-formed and not blank is returned unchanged',
    async () => {
      // Complete characters of every plane, including control characters; a NUL is refused elsewhere.
      const anyText = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 60 })
        .map((text) => text.replaceAll('\0', ''))
        .filter((text) => text.trim() !== '');
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const { id } = await create(text);
          const seen = await view(id);
          expect([seen.title, seen.fields['counterparty']]).toEqual([text.trim(), text.trim()]);
        }),
        { numRuns: propertyRuns(20) },
      );
    },
    limitMs,
  );
});
