/** The papers of the live cases as Word documents, made from the texts in `data/cases`. */
import { readFile } from 'node:fs/promises';
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';

export interface MaterialFile {
  readonly kind: string;
  /** File name with its extension. */
  readonly name: string;
  readonly content: Buffer;
}

export const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface MaterialText {
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * A text begins with `## kind title`. `{-12}` is the day twelve working days before today. Lines with ` | ` are rows of a
 * table.
 *
 * @param dayBefore the day so many working days before today, in words
 */
export async function materialFiles(name: string, dayBefore: (workingDays: number) => string): Promise<MaterialFile[]> {
  const source = await readFile(new URL(`../../data/cases/${name}.txt`, import.meta.url), 'utf8');
  const filled = source.replace(/\{-(\d+)\}/g, (_, days: string) => dayBefore(Number(days)));
  return Promise.all(
    textsOf(filled).map(async (text) => ({
      kind: text.kind,
      name: `${text.title}.docx`,
      content: await Packer.toBuffer(documentOf(text)),
    })),
  );
}

function textsOf(source: string): MaterialText[] {
  return source
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [kind = '', title = ''] = head.split(/ (.*)/);
      return { kind, title, lines };
    });
}

function documentOf({ title, lines }: MaterialText): Document {
  const head = new Paragraph({ text: title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER });
  const children: (Paragraph | Table)[] = [head];
  const rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) children.push(tableOf(rows.splice(0)));
  };
  for (const line of lines) {
    if (line.includes(' | ')) {
      rows.push(line.split(' | '));
      continue;
    }
    endTable();
    children.push(new Paragraph({ text: line, indent: { firstLine: 480 }, spacing: { line: 360 } }));
  }
  endTable();
  return new Document({ title, sections: [{ children }] });
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });
}
