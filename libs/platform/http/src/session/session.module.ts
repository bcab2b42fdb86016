import { systemClock } from '@lawgate/database';
import { Module } from '@nestjs/common';
import { SessionCloseListener } from './session-close-listener.ts';
import { Sessions } from './sessions.ts';
import { WALL_TIME } from './wall-time.ts';

@Module({
  providers: [{ provide: WALL_TIME, useValue: systemClock }, Sessions, SessionCloseListener],
  exports: [WALL_TIME, Sessions],
})
export class SessionModule {}
