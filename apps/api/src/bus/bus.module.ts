import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { BUS_CARRIER, type BusCarrier } from './bus-carrier.ts';
import { PostgresCarrier } from './postgres-carrier.ts';
import { ProcessBus } from './process-bus.service.ts';
import { RedisCarrier } from './redis-carrier.ts';

const carrier = {
  provide: BUS_CARRIER,
  inject: [SETTINGS],
  useFactory: ({ redisUrl, secret, databaseUrl }: Settings): BusCarrier =>
    redisUrl ? new RedisCarrier(redisUrl, secret) : new PostgresCarrier(databaseUrl),
};

/** What the processes of one installation tell each other. */
@Module({ providers: [carrier, ProcessBus], exports: [ProcessBus] })
export class BusModule {}
