import { Controller, Req, Res } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import type { Request, Response } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { toDownload } from '../common/download.ts';
import { receiveBody } from '../common/receive-body.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { LibraryService } from './library.service.ts';

@Controller()
export class LibraryController {
  constructor(private readonly library: LibraryService) {}

  @Route(endpoints.listLibrary)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.listLibrary>,
  ) {
    return this.library.list(actor, params.copId, query);
  }

  @Route(endpoints.addLibraryLink)
  addLink(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.addLibraryLink>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.library.addLink(actor, params.copId, body, origin);
  }

  @Route(endpoints.addLibraryFile)
  addFile(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.addLibraryFile>,
    @Req() request: Request,
    @Origin() origin: RequestOrigin,
  ) {
    const receive = (limit: number) => receiveBody(request, limit);
    return this.library.addFile(actor, params.copId, query, receive, origin);
  }

  @Route(endpoints.updateLibraryItem)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateLibraryItem>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.library.update(actor, params.itemId, body, origin);
  }

  @Route(endpoints.removeLibraryItem)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.removeLibraryItem>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.library.setRemoved(actor, params.itemId, body.isRemoved, origin);
  }

  @Route(endpoints.getLibraryFile)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getLibraryFile>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return toDownload(response, await this.library.readFile(actor, params.itemId));
  }
}
