/**
 * `Content-Disposition` with a name in any script (RFC 6266, RFC 8187): `filename*` for clients that support it, and an
 * ASCII `filename` for others.
 *
 * @param plain the ASCII name; by default the name with other characters replaced
 */
export function disposition(as: 'attachment' | 'inline', name: string, plain = name): string {
  const ascii = plain.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${as}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** For content that is never displayed within our own origin. */
export function attachment(name: string, plain?: string): string {
  return disposition('attachment', name, plain);
}
