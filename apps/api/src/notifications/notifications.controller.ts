import { Controller, Res } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import type { Response } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { NotificationLists } from './notification-lists.service.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';
import { NotificationStreams } from './notification-streams.service.ts';

@Controller()
export class NotificationsController {
  constructor(
    private readonly lists: NotificationLists,
    private readonly streams: NotificationStreams,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  @Route(endpoints.listNotifications)
  list(@CurrentActor() actor: Actor, @Input() { query }: EndpointInput<typeof endpoints.listNotifications>) {
    return this.lists.list(actor, query);
  }

  @Route(endpoints.countUnread)
  countUnread(@CurrentActor() actor: Actor) {
    return this.lists.countUnread(actor);
  }

  @Route(endpoints.streamNotifications)
  stream(@CurrentActor() actor: Actor, @Res() response: Response) {
    this.streams.open(actor, response);
    return null;
  }

  @Route(endpoints.markNotifications)
  mark(@CurrentActor() actor: Actor, @Input() { body }: EndpointInput<typeof endpoints.markNotifications>) {
    return this.lists.mark(actor, body);
  }

  @Route(endpoints.markAllNotifications)
  markAll(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof endpoints.markAllNotifications>,
  ) {
    return this.lists.markAll(actor, body.class, new Date(body.upTo));
  }

  @Route(endpoints.getNotificationPreferences)
  getPreferences(@CurrentActor() actor: Actor) {
    return this.preferences.get(actor.personId);
  }

  @Route(endpoints.updateNotificationPreferences)
  updatePreferences(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof endpoints.updateNotificationPreferences>,
  ) {
    return this.preferences.update(actor.personId, body);
  }
}
