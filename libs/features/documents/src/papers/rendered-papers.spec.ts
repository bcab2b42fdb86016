/**
 * Every paper of one case of each category, made while the case is driven through its workflow, checked on its rendered
 * pages.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '@lawgate/engine';
import { testDatabase } from '@lawgate/testing';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { placesIn, type Word } from './page/measure.fixtures.ts';
import { openPaperTown, type PaperTown } from './papers.fixtures.ts';
import { papersToPdf, soffice } from './pdf.ts';

const program = await soffice();
const tools = program !== null && spawnSync('pdftotext', ['-v']).error === undefined;
/** Long enough for a title of two lines, like real ones. */
const titleOf = ({ label }: Definition): string => `镇区农村宅基地审批和建房管理${label}`;

/** A folder in which the papers and pictures of their pages are saved, if it is set. */
const kept = process.env.LAWGATE_PAPERS;

/** Millimetres. */
const typeArea = { left: 28, right: 184, top: 37, bottom: 262 };
/** A punctuation mark may exceed the edge by its own width. */
const character = 16 * (25.4 / 72);

const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'rendered-'));
const docx: string[] = [];
/** The events of each category's case. */
const happened = new Map<string, ReadonlySet<string>>();
let town: PaperTown;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  town = await openPaperTown(await testDatabase());
  for (const definition of town.town.definitions.all()) {
    const { key } = definition;
    const id = await town.prepared(key, titleOf(definition));
    const { history } = await town.go(id, 'archive');
    happened.set(key, new Set(history.map(({ body }) => (JSON.parse(body) as { type: string }).type)));
    await town.deliver();
    for (const row of await town.papers(id)) {
      const name = `${key}.${row.kind}.docx`;
      writeFileSync(path.join(folder, name), await town.bytes(row));
      docx.push(name);
    }
  }
}, 120_000);
afterAll(async () => {
  await town.close();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
});

it('makes each paper of a category whose event happened in its case, once', () => {
  for (const { key, papers } of town.town.definitions.all()) {
    const due = (papers ?? []).filter(({ event }) => event !== null && happened.get(key)?.has(event));
    expect(due.length).toBeGreaterThan(0);
    expect(docx.filter((name) => name.startsWith(`${key}.`)).sort()).toEqual(
      due.map(({ kind }) => `${key}.${kind}.docx`).sort(),
    );
  }
});

for (const place of tools ? ['the papers of a case of each category'] : [])
  describe(place, () => {
    let papers: Map<string, (readonly Word[])[]>;

    beforeAll(async () => {
      await papersToPdf(folder, docx);
      const pdfOf = (name: string): string => path.join(folder, name.replace(/docx$/, 'pdf'));
      papers = new Map(docx.map((name) => [name, placesIn(pdfOf(name))]));
      if (kept === undefined) return;
      for (const name of docx) {
        const pdf = pdfOf(name);
        execFileSync('pdftoppm', ['-r', '60', '-gray', '-png', pdf, pdf.replace(/\.pdf$/, '')]);
      }
    }, 300_000);

    it('were rendered by a LibreOffice that skipped its drawing test', () => {
      const profile = path.join(folder, 'profile', 'user');
      expect(existsSync(path.join(profile, 'registrymodifications.xcu'))).toBe(true);
      expect(existsSync(path.join(profile, 'GraphicsRenderTests.log'))).toBe(false);
    });

    const isPageNumber = ({ middle }: Word): boolean => middle > typeArea.bottom;
    const each = (ends: string) => [...papers].filter(([name]) => name.endsWith(`${ends}.docx`));

    it('keep within the type area, except for hanging punctuation', () => {
      expect(papers.size).toBe(docx.length);
      for (const [name, pages] of papers) {
        for (const word of pages.flat().filter((one) => !isPageNumber(one))) {
          const where = `${name}: ${word.text}`;
          expect([where, word.xMin > typeArea.left - 0.5]).toEqual([where, true]);
          const hangs = /[，。、；：）》」』”’]$/u.test(word.text) ? character : 0;
          expect([where, word.xMax < typeArea.right + hangs + 0.5]).toEqual([where, true]);
          expect([where, word.middle > typeArea.top]).toEqual([where, true]);
        }
      }
    });

    it('number every page, 7 mm below the type area', () => {
      for (const [name, pages] of papers) {
        for (const [index, page] of pages.entries()) {
          const number = page.filter(isPageNumber);
          expect([name, number.map(({ text }) => text).join('')]).toEqual([name, `—${index + 1}—`]);
          for (const { middle } of number) expect(Math.abs(middle - (typeArea.bottom + 7))).toBeLessThan(1.5);
        }
      }
    });

    it('have no page with only a signature', () => {
      for (const [name, pages] of papers) {
        for (const page of pages) {
          const words = page.filter((one) => !isPageNumber(one)).map(({ text }) => text);
          const signature = /^(?:山前镇司法所|\S+某|法律顾问：.*|\d{4}年\d+月\d+日(?:印发)?|[\d年月日印发]+)$/u;
          expect([name, words.filter((word) => !signature.test(word)).length > 0]).toEqual([name, true]);
        }
      }
    });

    it('break no title within a word, and leave no line with a single character of it', () => {
      for (const [name, pages] of each('opinion-letter')) {
        const head = (pages[0] ?? []).filter(({ height }) => height > 22 * (25.4 / 72));
        const rows = new Map<number, string>();
        for (const { middle, text } of head) {
          const row = Math.round(middle / 3);
          rows.set(row, (rows.get(row) ?? '') + text);
        }
        const lines = [...rows.values()].filter((line) => /关于|审查|合法|意见书/.test(line));
        expect([name, lines.join('')]).toEqual([name, expect.stringMatching(/^关于《.+》的合法性审查意见书$/)]);
        for (const line of lines) expect([...line].length).toBeGreaterThan(3);
      }
    });

    it('fit forms of the file on one page', () => {
      for (const kind of ['register-sheet', 'file-cover', 'adoption-feedback', 'file-index']) {
        for (const [name, pages] of each(kind)) expect([name, pages.length]).toEqual([name, 1]);
      }
    });
  });
