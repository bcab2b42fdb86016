import { systemClock } from '@lawgate/runtime';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts/accounts.controller.ts';
import { AccountsService } from './accounts/accounts.service.ts';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { LoginThrottle } from './login-throttle.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { PasswordService } from './password.service.ts';
import { PeopleController } from './people.controller.ts';
import { SessionCloseListener } from './session-close-listener.ts';
import { IDENTITY_SETTINGS, identitySettings } from './session-cookie.ts';
import { SessionGuard } from './session.guard.ts';
import { Sessions } from './sessions.ts';
import { StandInsController } from './stand-ins/stand-ins.controller.ts';
import { StandInsService } from './stand-ins/stand-ins.service.ts';
import { WALL_TIME } from './wall-time.ts';

/**
 * Login, sessions, people. Guards every route of the app that imports it; `@Public()` opts out.
 *
 * The app registers `@fastify/cookie`, a `StandardSchemaValidationPipe` and the filter that shows problems.
 */
@Module({
  controllers: [AuthController, PeopleController, OrganisationsController, AccountsController, StandInsController],
  providers: [
    { provide: WALL_TIME, useValue: systemClock },
    { provide: IDENTITY_SETTINGS, useFactory: () => identitySettings(process.env) },
    AuthService,
    PasswordService,
    AccountsService,
    LoginThrottle,
    Sessions,
    SessionCloseListener,
    SessionGuard,
    StandInsService,
    { provide: APP_GUARD, useExisting: SessionGuard },
  ],
  exports: [Sessions],
})
export class IdentityModule {}
