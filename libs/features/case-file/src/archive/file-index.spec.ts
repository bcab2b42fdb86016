/** The index of a file: its order and its page numbers. */
import { describe, expect, it } from '@jest/globals';
import type { Attachment } from './attachments.ts';
import { fileIndex } from './file-index.ts';

function attachment(id: string, kind: string, more: Partial<Attachment> = {}): Attachment {
  return {
    id,
    source: 'documents',
    kind,
    name: `${id}.pdf`,
    number: null,
    version: 1,
    size: 1,
    mediaType: 'application/pdf',
    sha256: '',
    sm3: '',
    by: '周承办',
    at: '2026-03-02T01:00:00.000Z',
    ...more,
  };
}

const materials = [
  { kind: 'draft', label: '送审稿' },
  { kind: 'basis', label: '依据' },
];
const letter = attachment('letter', 'opinion-letter', {
  source: 'papers',
  name: '审查意见书',
  number: '合审〔2026〕1号',
});

describe('the index of a file', () => {
  it('puts papers first, then materials as the category lists them, the newest version before the older', () => {
    const items = fileIndex(
      [
        attachment('other', 'unlisted'),
        attachment('basis', 'basis'),
        attachment('old', 'draft'),
        attachment('new', 'draft', { version: 2 }),
        letter,
      ],
      materials,
      new Map(),
    );
    expect(items.map(({ seq, id, label }) => [seq, id, label])).toEqual([
      [1, 'letter', '审查意见书'],
      [2, 'new', '送审稿'],
      [3, 'old', '送审稿'],
      [4, 'basis', '依据'],
      [5, 'other', 'unlisted'],
    ]);
  });

  it('numbers the pages consecutively, up to the first item without a page count', () => {
    const items = fileIndex(
      [letter, attachment('draft', 'draft'), attachment('basis', 'basis'), attachment('more', 'basis')],
      materials,
      new Map([
        ['letter', 2],
        ['draft', 10],
        ['more', 1],
      ]),
    );
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 12],
      [null, null],
      [null, null],
    ]);
  });
});
