/** The path of a content below the root of its store: `sha256/ab/cd/<hash>`. */
const hashForm = /^[0-9a-f]{64}$/;

export function isAddress(sha256: string): boolean {
  return hashForm.test(sha256);
}

/** @param sha256 hexadecimal; the caller has checked it with `isAddress` */
export function addressOf(sha256: string): readonly [string, string, string, string] {
  return ['sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256];
}
