/**
 * A Word file (ECMA-376) as its parts: opened within limits, its parts decoded and parsed, and written again with
 * replaced parts. Names of parts are compared without regard to case, as Word does.
 */
import JSZip from 'jszip';

/** Maximum inflated bytes of all parts that are opened; a larger file would freeze the page. */
const maxInflatedBytes = 160 * 1024 * 1024;

/** The file cannot be opened as a Word document. */
export class PackageError extends Error {}

export interface Relation {
  readonly id: string;
  /** Last segment of the type's URI, such as `header`; equal in the transitional and the strict form. */
  readonly type: string;
  /** Name of the part, or the address where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Strict namespaces and relationship types, with their transitional forms. */
const strict: readonly (readonly [RegExp, string])[] = [
  [/http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main/gu, `${officeXml('wordprocessingml')}/2006/main`],
  [/http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\//gu, `${officeXml('officeDocument')}/2006/`],
  [/http:\/\/purl\.oclc\.org\/ooxml\/drawingml\//gu, `${officeXml('drawingml')}/2006/`],
];

function officeXml(name: string): string {
  return `http://schemas.openxmlformats.org/${name}`;
}

export class OfficePackage {
  readonly #zip: JSZip;
  readonly #names: ReadonlyMap<string, string>;
  readonly #types: Document | null;
  #left = maxInflatedBytes;

  private constructor(zip: JSZip, names: ReadonlyMap<string, string>, types: Document | null) {
    this.#zip = zip;
    this.#names = names;
    this.#types = types;
  }

  /** @throws PackageError for a file that is no ZIP archive */
  static async open(content: Blob | Uint8Array): Promise<OfficePackage> {
    const zip = await JSZip.loadAsync(content).catch((cause: unknown) => {
      throw new PackageError('not an archive', { cause });
    });
    const names = new Map(Object.keys(zip.files).map((name) => [keyOf(name), name]));
    const unread = new OfficePackage(zip, names, null);
    const opened = new OfficePackage(zip, names, await unread.xml('[Content_Types].xml'));
    opened.#left = unread.#left;
    return opened;
  }

  /** The bytes of a part, or null where there is none. @throws PackageError beyond the limit */
  bytes(name: string): Promise<Uint8Array | null> {
    const entry = this.#zip.files[this.#names.get(keyOf(name)) ?? name];
    if (entry === undefined || entry.dir) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      // The type declarations of jszip lack this method.
      const stream = (entry as unknown as { internalStream(type: 'uint8array'): InflatingStream }).internalStream(
        'uint8array',
      );
      stream
        .on('data', (chunk) => {
          this.#left -= chunk.length;
          if (this.#left >= 0) chunks.push(chunk);
          else {
            stream.pause();
            reject(new PackageError('too large'));
          }
        })
        .on('error', (cause) => reject(new PackageError(`${name} is damaged`, { cause })))
        .on('end', () => void new Blob(chunks).arrayBuffer().then((all) => resolve(new Uint8Array(all)), reject))
        .resume();
    });
  }

  /** A part as XML; null where there is none, or where it is not well-formed. */
  async xml(name: string): Promise<Document | null> {
    const bytes = await this.bytes(name);
    if (bytes === null) return null;
    const text = strict.reduce((all, [from, to]) => all.replace(from, to), decoded(bytes));
    const parsed = new DOMParser().parseFromString(text.replace(/^\s*<\?xml[^>]*\?>/u, ''), 'application/xml');
    return parsed.getElementsByTagName('parsererror').length > 0 ? null : parsed;
  }

  /** Relationships of a part; of the package where the name is empty. */
  async relations(name: string): Promise<Relation[]> {
    const xml = await this.xml(relationsOf(name));
    return [...(xml?.documentElement.children ?? [])]
      .filter(({ localName }) => localName === 'Relationship')
      .map((each) => {
        const isExternal = each.getAttribute('TargetMode')?.toLowerCase() === 'external';
        const target = each.getAttribute('Target') ?? '';
        return {
          id: each.getAttribute('Id') ?? '',
          type: (each.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
          target: isExternal ? target : resolved(target, name),
          isExternal,
        };
      });
  }

  /** The media type that the package declares for a part; empty where it declares none. */
  mediaType(name: string): string {
    const extension = /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase();
    const all = [...(this.#types?.documentElement.children ?? [])];
    const own = all.find((each) => keyOf(each.getAttribute('PartName') ?? '') === keyOf(name));
    const common = all.find((each) => each.getAttribute('Extension')?.toLowerCase() === extension);
    return (own ?? common)?.getAttribute('ContentType')?.toLowerCase() ?? '';
  }

  /** The main part, whatever its name. @throws PackageError where there is none */
  async mainPart(): Promise<string> {
    const related = (await this.relations('')).find(({ type }) => type === 'officeDocument')?.target;
    const named = [...this.#names.values()].find((name) =>
      /document\.main\+xml|template\.main\+xml/u.test(this.mediaType(name)),
    );
    for (const name of [related, named, 'word/document.xml']) {
      if (name !== undefined && this.#names.has(keyOf(name))) return name;
    }
    throw new PackageError('no main part');
  }
}

interface InflatingStream {
  on(event: 'data', listener: (chunk: Uint8Array<ArrayBuffer>) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'end', listener: () => void): this;
  pause(): this;
  resume(): this;
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function relationsOf(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}

function resolved(target: string, from: string): string {
  try {
    const base = `http://package/${from.replace(/[^/]*$/u, '')}`;
    return decodeURIComponent(new URL(target.replaceAll('\\', '/'), base).pathname.slice(1));
  } catch {
    return target;
  }
}

/** Decodes by byte order mark, then by the declaration, then as UTF-8. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^[^>]*\sencoding\s*=\s*["']([\w-]+)["']/u.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
