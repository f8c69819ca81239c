import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.ts';
import { Metrics } from './metrics.service.ts';
import { ProcessSampler } from './process-sampler.service.ts';
import { ProcessSamplesRepository } from './process-samples.repository.ts';
import { SystemStateController } from './system-state.controller.ts';
import { SystemStateService } from './system-state.service.ts';

/** What this process measures of itself, for those who watch over it. */
@Module({
  controllers: [MetricsController, SystemStateController],
  providers: [Metrics, ProcessSampler, ProcessSamplesRepository, SystemStateService],
  exports: [Metrics],
})
export class MetricsModule {}
