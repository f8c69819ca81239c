import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { AppError } from './common/app-error.ts';
import { AppLogger } from './common/app-logger.ts';
import { findRouteFaults } from './common/check-routes.ts';
import { correlate } from './common/correlate.ts';
import { sendProblem, toAppError } from './common/problem.filter.ts';
import { correlationIdOf } from './common/request-context.ts';
import { requireJson } from './common/require-json.ts';
import { securityHeaders } from './common/security-headers.ts';
import type { Settings } from './config/settings.ts';
import { serveWeb } from './web/serve-web.ts';

const bodyLimit = '100kb';

/** The whole server, ready to listen; the product and its tests start the same one. */
export async function createApp(settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), {
    bodyParser: false,
    // Until the structured logger is there; what goes wrong before that is thrown.
    logger: false,
    abortOnError: false,
  });
  try {
    app.useLogger(new AppLogger(app.get(Logger)));
    configure(app, settings);
    await app.init();
    answerWhatIsLeft(app);
    const faults = findRouteFaults(app);
    if (faults.length > 0) throw new Error(`Routes and contracts differ: ${faults.join('; ')}`);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Outside `/api` the framework would leave unknown addresses and refusals to Express, which answers in HTML. */
function answerWhatIsLeft(app: NestExpressApplication): void {
  app.use((_request: Request, _response: Response, next: NextFunction) => next(new AppError('not-found')));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else sendProblem(response, toAppError(error), correlationIdOf(request));
  });
}

function configure(app: NestExpressApplication, settings: Settings): void {
  app.set('trust proxy', settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(correlate);
  app.useSecurityHeaders(securityHeaders(settings));
  app.enableCsrfProtection({ trustedOrigins: [settings.publicUrl] });
  app.use(serveWeb());
  app.use('/api', requireJson);
  app.useBodyParser('json', { limit: bodyLimit });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
}
