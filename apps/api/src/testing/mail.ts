import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OutboxMailEntity } from '../outbox/outbox-mail.entity.ts';

/** The newest mail to somebody; throws when there is none. */
export async function lastMailTo(app: INestApplicationContext, email: string): Promise<OutboxMailEntity> {
  return app
    .get(DataSource)
    .manager.findOneOrFail(OutboxMailEntity, { where: { recipient: email }, order: { id: 'DESC' } });
}

/** The token in the link of a mail. */
export function tokenIn(mail: Pick<OutboxMailEntity, 'body'>): string {
  const token = /#token=([\w-]{43})/.exec(mail.body)?.[1];
  if (token === undefined) throw new Error(`No token in: ${mail.body}`);
  return token;
}
