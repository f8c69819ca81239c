import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { Input, Route } from '../common/route.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Route(endpoints.listAuditEvents)
  list(@Input() { query }: EndpointInput<typeof endpoints.listAuditEvents>) {
    return this.audit.list(query.cursor);
  }
}
