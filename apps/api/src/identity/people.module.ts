import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { IdentityHousekeeping } from './identity-housekeeping.ts';
import { Links } from './links.ts';
import { LoginCookie } from './login-cookie.ts';
import { LoginSessionsRepository } from './login-sessions.repository.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';

/** What the rest of identity is built on: people, their live sign-ins and tokens, limits on attempts. */
@Module({
  imports: [AuditModule, OrganisationsModule, PlatformModule],
  providers: [
    AttemptLimits,
    IdentityHousekeeping,
    Links,
    LoginCookie,
    LoginSessionsRepository,
    LoginSessionsService,
    PeopleRepository,
    PeopleService,
    SignInTokensRepository,
  ],
  exports: [
    AttemptLimits,
    Links,
    LoginCookie,
    LoginSessionsService,
    PeopleRepository,
    PeopleService,
    PlatformModule,
    SignInTokensRepository,
  ],
})
export class PeopleModule {}
