export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
export function proseOf(markdown: string): string;
export function findingsOf(file: string, text: string): Finding[];
export function checkedFiles(): string[];
