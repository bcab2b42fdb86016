import { systemClock } from '@lawgate/database';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SessionCloseListener } from './session-close-listener.ts';
import { SessionGuard } from './session.guard.ts';
import { Sessions } from './sessions.ts';
import { WALL_TIME } from './wall-time.ts';

/**
 * Sessions, and the guard of every route of the app that imports it; `@Public()` opts out.
 *
 * The app registers `@fastify/cookie` and the filter that shows problems.
 */
@Module({
  providers: [
    { provide: WALL_TIME, useValue: systemClock },
    Sessions,
    SessionCloseListener,
    SessionGuard,
    { provide: APP_GUARD, useExisting: SessionGuard },
  ],
  exports: [WALL_TIME, Sessions],
})
export class SessionModule {}
