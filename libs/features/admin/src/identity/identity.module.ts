import { Module } from '@nestjs/common';
import { SessionModule } from '@lawgate/http';
import { AccountsService } from './accounts/accounts.service.ts';
import { AuthService } from './auth.service.ts';
import { LoginThrottle } from './login-throttle.ts';
import { PasswordService } from './password.service.ts';
import { StandInsService } from './stand-ins/stand-ins.service.ts';

const services = [AuthService, PasswordService, AccountsService, LoginThrottle, StandInsService];

/** Login and people, with the sessions. */
@Module({ imports: [SessionModule], providers: services, exports: [...services, SessionModule] })
export class IdentityModule {}
