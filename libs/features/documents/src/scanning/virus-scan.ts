/** Looks at a document's bytes for viruses; behind a port, so that another scanner is another file. */
import type { Readable } from 'node:stream';

export type ScanFinding =
  | { readonly state: 'clean' }
  /** `finding` is the scanner's name for it. */
  | { readonly state: 'infected'; readonly finding: string };

export interface VirusScan {
  /** @throws Error when the scanner is away or gives no verdict; then nothing is known of the document. */
  scan(content: Readable, signal: AbortSignal): Promise<ScanFinding>;
}
