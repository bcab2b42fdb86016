import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller.ts';
import { AccountsService } from './accounts/accounts.service.ts';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { LoginThrottle } from './login-throttle.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { PasswordService } from './password.service.ts';
import { PeopleController } from './people.controller.ts';
import { IDENTITY_SETTINGS, identitySettings, SessionModule } from '@lawgate/http';
import { StandInsController } from './stand-ins/stand-ins.controller.ts';
import { StandInsService } from './stand-ins/stand-ins.service.ts';

/**
 * Login and people, with the sessions and their guard.
 *
 * The app registers `@fastify/cookie`, a `StandardSchemaValidationPipe` and the filter that shows problems.
 */
@Module({
  imports: [SessionModule],
  controllers: [AuthController, PeopleController, OrganisationsController, AccountsController, StandInsController],
  providers: [
    { provide: IDENTITY_SETTINGS, useFactory: () => identitySettings(process.env) },
    AuthService,
    PasswordService,
    AccountsService,
    LoginThrottle,
    StandInsService,
  ],
  exports: [SessionModule],
})
export class IdentityModule {}
