import { Injectable } from '@nestjs/common';

/** The time by which notifications are told and mailed; tests give another. */
@Injectable()
export class NotificationClock {
  now(): Date {
    return new Date();
  }
}
