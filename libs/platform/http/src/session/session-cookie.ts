import { sessionLifeMs } from './sessions.ts';

export const sessionCookie = 'lawgate_session';

export interface IdentitySettings {
  /** Sends the cookie over HTTPS only; use it unless the system runs on plain HTTP inside one building. */
  readonly secureCookie: boolean;
}
export const IDENTITY_SETTINGS = Symbol('IDENTITY_SETTINGS');

/** Options of `reply.setCookie`; `maxAge` is in seconds. */
export function cookieOptions(settings: IdentitySettings) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.secureCookie,
    maxAge: sessionLifeMs / 1000,
  } as const;
}
