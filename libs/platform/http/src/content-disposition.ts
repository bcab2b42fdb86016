/**
 * `Content-Disposition` with the name in any script (RFC 6266, RFC 8187): `filename*` for those who read it, and an ASCII
 * `filename` for those who do not.
 *
 * @param plain the ASCII name; without one, as much of the name as ASCII can say
 */
export function disposition(as: 'attachment' | 'inline', name: string, plain = name): string {
  const ascii = plain.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${as}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** For what is never shown within our own origin. */
export function attachment(name: string, plain?: string): string {
  return disposition('attachment', name, plain);
}
