import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { fileSchema, type Endpoint } from '@kring/contracts';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { endpointOf } from './route.ts';

/** Lets nothing out that the endpoint does not promise: the answer is parsed by its (strict) response schema. */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((answer) => toBody(endpoint, answer, response)));
  }
}

function toBody(endpoint: Endpoint, answer: unknown, response: Response): unknown {
  if (endpoint.media === undefined) return endpoint.response.parse(answer);
  if (answer instanceof StreamableFile) return answer;
  const { fileName, text } = fileSchema.parse(answer);
  response.setHeader('content-type', `${endpoint.media}; charset=utf-8`);
  response.setHeader('content-disposition', `attachment; filename="${fileName}"`);
  return text;
}
