import { Module, type DynamicModule } from '@nestjs/common';
import { SETTINGS, type Settings } from './settings.ts';

/** Gives every feature the validated settings. */
@Module({})
export class ConfigModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
