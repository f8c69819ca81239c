import { Controller } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput } from '@kring/contracts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';

const done: Done = { done: true };

@Controller()
export class UnsubscribeController {
  constructor(private readonly unsubscribes: UnsubscribeService) {}

  @Route(endpoints.viewUnsubscribe)
  view(@Input() { body }: EndpointInput<typeof endpoints.viewUnsubscribe>, @Origin() origin: RequestOrigin) {
    return this.unsubscribes.view(body.token, origin);
  }

  @Route(endpoints.unsubscribe)
  unsubscribe(
    @Input() { body }: EndpointInput<typeof endpoints.unsubscribe>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.unsubscribes.unsubscribe(body.token, origin);
  }

  @Route(endpoints.unsubscribeOneClick)
  async oneClick(
    @Input() { params }: EndpointInput<typeof endpoints.unsubscribeOneClick>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.unsubscribes.unsubscribe(params.token, origin);
    return done;
  }
}
