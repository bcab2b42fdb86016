import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SessionGuard } from './session.guard.ts';
import { SessionModule } from './session.module.ts';

/** Adds the session guard to every route of the application that imports it; `@Public()` opts out. */
@Module({ imports: [SessionModule], providers: [SessionGuard, { provide: APP_GUARD, useExisting: SessionGuard }] })
export class SessionHttpModule {}
