import { Controller } from '@nestjs/common';
import { platformEndpoints } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { MailTestService } from './mail-test.service.ts';
import { ReadinessService } from './readiness.service.ts';

@Controller()
export class AdministrationController {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly mailTest: MailTestService,
  ) {}

  @Route(platformEndpoints.getReadiness)
  getReadiness() {
    return this.readiness.read();
  }

  @Route(platformEndpoints.testMail)
  testMail(@CurrentActor() actor: Actor, @Origin() origin: RequestOrigin) {
    return this.mailTest.run(actor, origin);
  }
}
