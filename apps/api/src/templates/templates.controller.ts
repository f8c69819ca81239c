import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { TemplatesService } from './templates.service.ts';

@Controller()
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Route(endpoints.listTemplates)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.listTemplates>,
  ) {
    return this.templates.list(actor, params.copId, query.archived === 'true');
  }

  @Route(endpoints.createTemplate)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.create(actor, params.copId, body, origin);
  }

  @Route(endpoints.chooseDefaultTemplate)
  chooseDefault(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.chooseDefaultTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.chooseDefault(actor, params.copId, body.templateId, origin);
  }

  @Route(endpoints.getTemplate)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getTemplate>) {
    return this.templates.get(actor, params);
  }

  @Route(endpoints.updateTemplate)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.update(actor, params, body, origin);
  }

  @Route(endpoints.copyTemplate)
  copy(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.copyTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.copy(actor, params, body.name, origin);
  }

  @Route(endpoints.archiveTemplate)
  archive(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.archiveTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.setArchived(actor, params, true, origin);
  }

  @Route(endpoints.restoreTemplate)
  restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.restoreTemplate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.templates.setArchived(actor, params, false, origin);
  }
}
