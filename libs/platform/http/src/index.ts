/** The HTTP edge: problems, input, sessions and their guard, cursors, uploads and downloads. */
export * from './broken-request.ts';
export * from './close-connections.ts';
export * from './content-disposition.ts';
export * from './edge.ts';
export * from './every-route.ts';
export * from './keyset.ts';
export * from './problem.filter.ts';
export * from './roles.guard.ts';
export * from './session/session-cookie.ts';
export * from './session/session.guard.ts';
export * from './session/session.http.module.ts';
export * from './session/session.module.ts';
export * from './session/sessions.ts';
export * from './session/wall-time.ts';
export * from './upload-form.ts';
export * from './validation-pipe.ts';
