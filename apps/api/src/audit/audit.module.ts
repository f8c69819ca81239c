import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditController } from './audit.controller.ts';
import { AuditRepository } from './audit.repository.ts';
import { AuditService } from './audit.service.ts';
import { RefusalsInterceptor } from './refusals.interceptor.ts';
import { RefusalsService } from './refusals.service.ts';

/** The audit trail. Offers `AuditService` and `RefusalsService`. */
@Module({
  controllers: [AuditController],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: RefusalsInterceptor },
    AuditService,
    AuditRepository,
    RefusalsService,
  ],
  exports: [AuditService, RefusalsService],
})
export class AuditModule {}
