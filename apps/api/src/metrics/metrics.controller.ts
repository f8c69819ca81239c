import { Controller, Header, Headers, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../common/app-error.ts';
import { OpenRoute } from '../common/open-route.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Metrics } from './metrics.service.ts';

/** For a monitoring system that knows the token; for everybody else, and without a token, it is not there. */
@Controller()
export class MetricsController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly metrics: Metrics,
  ) {}

  @OpenRoute('metrics')
  @Header('cache-control', 'no-store')
  async read(@Headers('authorization') authorization: string | undefined, @Res() response: Response) {
    const { metricsToken } = this.settings;
    if (!metricsToken || !isSame(authorization ?? '', `Bearer ${metricsToken}`))
      throw new AppError('not-found');
    response.type(this.metrics.contentType).send(await this.metrics.read());
  }
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
