/** Finds the parts of a workbook by their relationships: writers differ in the names of parts. */
import path from 'node:path';
import type { ZipArchive } from '../zip/open-zip.ts';
import { attributeOf, readPart } from './part-xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its entry in the archive. */
  readonly part: string;
}

export interface WorkbookParts {
  /** Sheets with cells, in the order of their tabs; sheets of charts and macros are left out. */
  readonly sheets: readonly SheetPart[];
  readonly texts: Buffer | null;
  readonly styles: Buffer | null;
  readonly startsIn1904: boolean;
}

interface Relationship {
  /** The last part of its type: transitional and strict workbooks differ in what is before. */
  readonly kind: string;
  readonly target: string;
}

const standardMainPart = 'xl/workbook.xml';

/**
 * @returns null where the archive is no workbook
 * @throws Error where a part is not well-formed; ZipError
 */
export async function findParts(archive: ZipArchive): Promise<WorkbookParts | null> {
  const parts = new PartNames(archive);
  const start = await parts.relationships('');
  const named = [...start.values()].find(({ kind }) => kind === 'officeDocument')?.target;
  const main = (named === undefined ? null : parts.find(named)) ?? parts.find(standardMainPart);
  const workbook = main === null ? null : await archive.read(main);
  if (main === null || workbook === null) return null;
  const relationships = await parts.relationships(main);
  const sheets: SheetPart[] = [];
  let startsIn1904 = false;
  let isWorkbook = false;
  readPart(workbook, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      else if (name === 'workbookPr') startsIn1904 = /^(1|true|on)$/.test(attributeOf(attributes, 'date1904') ?? '');
      else if (name === 'sheet') {
        const to = relationships.get(relationshipId(attributes) ?? '');
        const part = to?.kind === 'worksheet' ? parts.find(to.target) : null;
        const state = attributeOf(attributes, 'state') ?? 'visible';
        if (part !== null) sheets.push({ name: attributes['name'] ?? '', hidden: state !== 'visible', part });
      }
    },
  });
  if (!isWorkbook) return null;
  const one = async (kind: string): Promise<Buffer | null> => {
    const found = [...relationships.values()].find((each) => each.kind === kind);
    const name = found === undefined ? null : parts.find(found.target);
    return name === null ? null : archive.read(name);
  };
  return { sheets, texts: await one('sharedStrings'), styles: await one('styles'), startsIn1904 };
}

/** `r:id`, with whatever prefix; `sheetId` and an `id` without a prefix are other attributes. */
function relationshipId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? undefined : attributes[key];
}

class PartNames {
  readonly #archive: ZipArchive;
  /** Names of parts do not differ in case alone. */
  readonly #names: ReadonlyMap<string, string>;

  constructor(archive: ZipArchive) {
    this.#archive = archive;
    this.#names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  }

  find(name: string): string | null {
    return this.#names.get(name.toLowerCase()) ?? this.#names.get(decoded(name).toLowerCase()) ?? null;
  }

  /** The relationships of a part by their ids; those of the package for `''`. Targets outside of it are left out. */
  async relationships(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const folder = path.posix.dirname(part);
    const name = this.find(path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`));
    const content = name === null ? null : await this.#archive.read(name);
    const found = new Map<string, Relationship>();
    if (content === null) return found;
    readPart(content, {
      open: (element, attributes) => {
        const target = attributeOf(attributes, 'Target');
        if (element !== 'Relationship' || target === undefined || attributeOf(attributes, 'TargetMode') === 'External')
          return;
        found.set(attributeOf(attributes, 'Id') ?? '', {
          kind: attributeOf(attributes, 'Type')?.split('/').at(-1) ?? '',
          target: target.startsWith('/') ? path.posix.normalize(target).slice(1) : path.posix.join(folder, target),
        });
      },
    });
    return found;
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
