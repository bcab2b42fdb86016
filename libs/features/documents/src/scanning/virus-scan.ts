/** The port to virus scanners, so that another scanner can be added as another implementation. */
import type { Readable } from 'node:stream';

export type ScanFinding =
  | { readonly state: 'clean' }
  /** `finding` is the scanner's name for it. */
  | { readonly state: 'infected'; readonly finding: string };

export interface VirusScan {
  /** @throws Error when the scanner is down or gives no verdict; the document then stays without a result. */
  scan(content: Readable, signal: AbortSignal): Promise<ScanFinding>;
}
