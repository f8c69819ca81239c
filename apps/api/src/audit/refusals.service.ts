import { Injectable, Logger } from '@nestjs/common';
import type { Endpoint } from '@kring/contracts';
import { ruleOf } from '@kring/domain';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { actorOf } from '../common/current-actor.ts';
import { originOf } from '../common/request-context.ts';
import { AuditService } from './audit.service.ts';

/** Records who tried to do what they may not do. Nobody's request fails because that could not be recorded. */
@Injectable()
export class RefusalsService {
  private readonly logger = new Logger(RefusalsService.name);

  constructor(
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  async record(request: Request, { access }: Endpoint): Promise<void> {
    if (access === 'public' || access === 'signed-in') return;
    try {
      await this.audit.record(this.dataSource.manager, {
        actor: actorOf(request),
        action: access,
        objectType: ruleOf(access).on,
        objectId: Object.values(request.params).map(String).join('/') || null,
        result: 'refused',
        origin: originOf(request),
      });
    } catch (fault) {
      this.logger.error({ err: fault }, 'A refusal could not be recorded');
    }
  }
}
