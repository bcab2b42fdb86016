import { ProblemError } from '@lawgate/contracts';

/** What the check reads of a request; Fastify's own has all of it. `host` heeds `X-Forwarded-Host` behind a trusted proxy. */
export interface SiteRequest {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const ownKinds = new Set(['application/json', 'multipart/form-data']);

/**
 * Refuses what another site made the person's browser send (CSRF), beyond what `SameSite=Lax` already keeps back.
 *
 * A request that changes something must carry JSON or a multipart form (a plain HTML form sends neither JSON nor our
 * multipart without an `Origin`), and what the browser says of its origin must be our own. A request without a body
 * needs no content type. Programs that are no browsers send neither header and are not concerned.
 *
 * @throws ProblemError 403 `auth.cross-site`
 */
export function refuseCrossSite(request: SiteRequest): void {
  if (reading.has(request.method)) return;
  const { headers } = request;
  const kind = headers['content-type'];
  if (kind === undefined ? hasBody(headers) : !ownKinds.has(mediaType(kind))) throw crossSite();
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const origin = headers.origin;
  if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite();
}

function hasBody(headers: SiteRequest['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function mediaType(header: string | string[]): string {
  return String(header).split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Host and port of an origin, or null for what has none (`null`, nonsense). The scheme is the proxy's business. */
function hostOf(origin: string | string[]): string | null {
  return URL.canParse(String(origin)) ? new URL(String(origin)).host : null;
}

function crossSite(): ProblemError {
  return new ProblemError(403, 'auth.cross-site', '请求不是从本系统的页面发出的，已拒绝。请在本系统页面内操作。');
}
