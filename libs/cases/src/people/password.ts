import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id (the library's default algorithm) with 19 MiB (given in KiB), two passes, one lane: OWASP's first choice.
 * A stored hash names its own parameters, so raising them here leaves old hashes valid.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password in PHC format (`$argon2id$…`), for `person.password_hash`. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameBytes(password), cost);
}

/** False for a wrong password and for an invalid hash; never throws because of user input. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, sameBytes(password));
  } catch {
    return false;
  }
}

/** Input methods compose characters differently; passwords of the same characters must be equal. */
function sameBytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}
