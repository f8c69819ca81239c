import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { AppError } from '../common/app-error.ts';
import { endpointOf } from '../common/route.ts';
import { RefusalsService } from './refusals.service.ts';

/**
 * Records who was refused by the door of an object. It does so after the transaction of the act has ended, of which
 * nothing is left.
 */
@Injectable()
export class RefusalsInterceptor implements NestInterceptor {
  constructor(private readonly refusals: RefusalsService) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.record(context, error)).pipe(mergeMap(() => throwError(() => error))),
        ),
      );
  }

  private async record(context: ExecutionContext, error: unknown): Promise<void> {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint || !(error instanceof AppError) || error.code !== 'not-allowed') return;
    await this.refusals.record(context.switchToHttp().getRequest<Request>(), endpoint);
  }
}
