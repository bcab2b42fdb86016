import { ZipError } from './zip-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f]/;

/**
 * The name of an entry with slashes between its parts. Decoded as UTF-8 where it is valid, otherwise as one character
 * for each byte: whatever the flag says, all readers of Office documents agree on ASCII.
 *
 * @throws ZipError `unsafe-name`
 */
export function nameOf(raw: Buffer): string {
  const name = decoded(raw).replaceAll('\\', '/');
  const parts = name.replace(/\/$/, '').split('/');
  const unsafe = parts.some((part) => part === '' || part === '.' || part === '..');
  if (unsafe || controls.test(name) || /^[A-Za-z]:/.test(name)) throw new ZipError('unsafe-name');
  return name;
}

function decoded(raw: Buffer): string {
  try {
    return utf8.decode(raw);
  } catch {
    return raw.toString('latin1');
  }
}
