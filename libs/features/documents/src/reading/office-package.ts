/** Packages of Office Open XML (ISO/IEC 29500-2): parts, their content types and relationships. */
import path from 'node:path';
import { openZip, ZipError } from '@lawgate/files/zip';
import { ReadError } from './read-text.ts';
import { walkXml, xmlText } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** Last segment of its type: `header`, `footnotes`, `image`. */
  readonly kind: string;
  /** Name of the part without a leading slash; the address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

export interface OfficePackage {
  readonly names: readonly string[];
  /** The content of a part; null where there is none of that name. @throws ReadError */
  readonly read: (name: string) => Promise<Buffer | null>;
  /** Without parameters; an empty text where none is declared. */
  readonly typeOf: (name: string) => string;
  /** Of a part, or of the package for an empty name. */
  readonly relationsOf: (name: string) => Promise<readonly Relationship[]>;
}

const maxEntries = 10_000;
/**
 * Maximum inflated bytes of the parts that are read. A contract of 1,000 pages has about 20 MiB of text with its
 * markup.
 */
const maxInflatedBytes = 128 * 1024 * 1024;

/** @throws ReadError */
export async function openZipPackage(bytes: Buffer): Promise<OfficePackage> {
  try {
    const limits = { maxEntries, maxEntryBytes: maxInflatedBytes, maxTotalBytes: maxInflatedBytes };
    const archive = await openZip(bytes, limits);
    return await packageOf(archive.names, (name) => archive.read(name).catch(zipFailed));
  } catch (error) {
    return zipFailed(error);
  }
}

/** The errors of an archive, as those of reading. @throws ReadError */
export function zipFailed(error: unknown): never {
  if (!(error instanceof ZipError)) throw error;
  if (error.isTooLarge) throw new ReadError('too-large', error);
  throw new ReadError(error.problem === 'encrypted' ? 'encrypted' : 'damaged', error);
}

const flatPart = /<pkg:part\s([^>]*)>\s*<pkg:(xmlData|binaryData)\b[^>]*>([\s\S]*?)<\/pkg:\2>\s*<\/pkg:part>/gu;

/** A package in one XML file (Flat OPC), as Word saves it as "Word XML document". @throws ReadError */
export async function openFlatPackage(bytes: Buffer): Promise<OfficePackage> {
  const parts = new Map<string, Buffer>();
  const types = new Map<string, string>();
  for (const [, attributes = '', kind, content = ''] of xmlText(bytes).matchAll(flatPart)) {
    const name = /pkg:name="\/?([^"]*)"/u.exec(attributes)?.[1] ?? '';
    types.set(name, /pkg:contentType="([^";]*)/u.exec(attributes)?.[1] ?? '');
    parts.set(name, Buffer.from(content, kind === 'binaryData' ? 'base64' : 'utf8'));
  }
  const opened = await packageOf([...parts.keys()], (one) => Promise.resolve(parts.get(one) ?? null));
  return { ...opened, typeOf: (one) => types.get(one) ?? '' };
}

async function packageOf(
  names: readonly string[],
  readExact: (name: string) => Promise<Buffer | null>,
): Promise<OfficePackage> {
  // Names of parts are compared without regard to case, and some programs write a leading slash.
  const exact = new Map(names.map((name) => [keyOf(name), name]));
  const read = async (name: string): Promise<Buffer | null> => {
    const found = exact.get(keyOf(name));
    return found === undefined ? null : readExact(found);
  };
  const types = typesOf(await read('[Content_Types].xml'));
  return {
    names: names.map((name) => name.replace(/^\//u, '')),
    read,
    typeOf: (name) => types.overrides.get(keyOf(name)) ?? types.defaults.get(path.posix.extname(keyOf(name))) ?? '',
    relationsOf: async (name) => {
      const folder = path.posix.dirname(name);
      const file = path.posix.join(folder, '_rels', `${path.posix.basename(name)}.rels`);
      return relationsIn(await read(file), folder);
    },
  };
}

function keyOf(name: string): string {
  return name.replace(/^\//u, '').toLowerCase();
}

interface Types {
  readonly overrides: Map<string, string>;
  readonly defaults: Map<string, string>;
}

function typesOf(part: Buffer | null): Types {
  const found: Types = { overrides: new Map(), defaults: new Map() };
  if (part === null) return found;
  walkXml(part, {
    open: ({ name, attributes: { PartName = '', Extension = '', ContentType = '' } }) => {
      const type = ContentType.replace(/;.*$/u, '').trim();
      if (name === 'types:Override') found.overrides.set(keyOf(PartName), type);
      if (name === 'types:Default') found.defaults.set(`.${Extension.toLowerCase()}`, type);
    },
  });
  return found;
}

function relationsIn(part: Buffer | null, folder: string): Relationship[] {
  const found: Relationship[] = [];
  if (part === null) return found;
  walkXml(part, {
    open: ({ name, attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      if (!name.endsWith(':Relationship')) return;
      const external = TargetMode === 'External';
      found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: targetOf(Target), external });
      function targetOf(target: string): string {
        if (external) return target;
        const whole = target.startsWith('/') ? target : path.posix.join('/', folder, target);
        return path.posix.normalize(whole).replace(/^\//u, '').replace(/#.*$/u, '');
      }
    },
  });
  return found;
}
