import { Controller, Req, Res } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import type { Request, Response } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { toDownload } from '../common/download.ts';
import { receiveBody } from '../common/receive-body.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { AttachmentsService } from './attachments.service.ts';

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Route(endpoints.uploadAttachment)
  add(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.uploadAttachment>,
    @Req() request: Request,
    @Origin() origin: RequestOrigin,
  ) {
    const wanted = { noteId: params.noteId, name: query.name };
    return this.attachments.add(actor, wanted, (limit) => receiveBody(request, limit), origin);
  }

  @Route(endpoints.getAttachment)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getAttachment>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return toDownload(response, await this.attachments.read(actor, params.attachmentId));
  }
}
