import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { ActorGuard } from './actor.guard.ts';
import { AppStateController } from './app-state.controller.ts';
import { MeController } from './me.controller.ts';
import { PasswordChangeService } from './password-change.service.ts';
import { PasswordKeeper } from './password-keeper.ts';
import { PasswordResetService } from './password-reset.service.ts';
import { PeopleModule } from './people.module.ts';
import { ProfileService } from './profile.service.ts';
import { SetupService } from './setup.service.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInLinksService } from './sign-in-links.service.ts';
import { SignInService } from './sign-in.service.ts';

/** People and their sign-ins: the only owner of cookies and tokens. */
@Module({
  imports: [PeopleModule, AuditModule, DocumentsModule, OutboxModule],
  controllers: [AppStateController, SignInController, MeController, AccountsController],
  providers: [
    { provide: APP_GUARD, useClass: ActorGuard },
    AccountsService,
    PasswordChangeService,
    PasswordKeeper,
    PasswordResetService,
    ProfileService,
    SetupService,
    SignInLinksService,
    SignInService,
  ],
  exports: [PeopleModule, SetupService, SignInLinksService, SignInService],
})
export class IdentityModule {}
