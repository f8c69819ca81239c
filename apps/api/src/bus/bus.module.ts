import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { BUS_CARRIER, type BusCarrier } from './bus-carrier.ts';
import { PostgresCarrier } from './postgres-carrier.ts';
import { ProcessBus } from './process-bus.service.ts';

const carrier = {
  provide: BUS_CARRIER,
  inject: [SETTINGS],
  useFactory: async ({ redisUrl, secret, databaseUrl }: Settings): Promise<BusCarrier> => {
    if (!redisUrl) return new PostgresCarrier(databaseUrl);
    // Its client takes a tenth of a second to load, which most installations need not wait for at a start.
    const { RedisCarrier } = await import('./redis-carrier.ts');
    return new RedisCarrier(redisUrl, secret);
  },
};

/** What the processes of one installation tell each other. */
@Module({ providers: [carrier, ProcessBus], exports: [ProcessBus] })
export class BusModule {}
