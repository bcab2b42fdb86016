import { IDENTITY_SETTINGS, SessionHttpModule, type IdentitySettings } from '@lawgate/http';
import { PROCESS_SETTINGS, type Settings } from '@lawgate/process';
import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller.ts';
import { AuthController } from './auth.controller.ts';
import { IdentityModule } from './identity.module.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { PeopleController } from './people.controller.ts';
import { StandInsController } from './stand-ins/stand-ins.controller.ts';

/** Routes of login and people; also adds the session guard to every route of the application. */
@Module({
  imports: [IdentityModule, SessionHttpModule],
  controllers: [AuthController, PeopleController, OrganisationsController, AccountsController, StandInsController],
  providers: [
    {
      provide: IDENTITY_SETTINGS,
      useFactory: (settings?: Settings): IdentitySettings => ({ secureCookie: settings?.secureCookie ?? false }),
      inject: [{ token: PROCESS_SETTINGS, optional: true }],
    },
  ],
})
export class IdentityHttpModule {}
