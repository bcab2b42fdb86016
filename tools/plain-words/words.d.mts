export interface BannedWord {
  readonly words: string;
  readonly instead: string;
  readonly only?: 'names';
  readonly allow?: string;
}
export interface Found {
  readonly word: string;
  readonly index: number;
  readonly instead: string;
}
export const BANNED: readonly BannedWord[];
export function bannedIn(text: string, kind?: 'text' | 'names'): Found[];
export function wordsOfName(name: string): string;
export function messageOf(found: Found): string;
