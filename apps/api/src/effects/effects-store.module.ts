import { Module } from '@nestjs/common';
import { EffectPartsRepository } from './effect-parts.repository.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';
import { EffectsRepository } from './effects.repository.ts';

/** What is kept of effect matrices. For `EffectsModule` alone. */
@Module({
  providers: [EffectPartsRepository, EffectWritesRepository, EffectsRepository],
  exports: [EffectPartsRepository, EffectWritesRepository, EffectsRepository],
})
export class EffectsStoreModule {}
