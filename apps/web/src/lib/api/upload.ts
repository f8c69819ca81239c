import type { Endpoint, EndpointCall, EndpointResponse } from '@kring/contracts';
import { ApiError } from './api-error.ts';
import { toProblem, urlOf } from './call.ts';

export interface UploadOptions {
  /** Called with the part that has gone, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

type UploadEndpoint = Endpoint & { readonly upload: string };

/** Sends a file as the body of a call. Only `XMLHttpRequest` tells how far an upload is. Throws `ApiError` only. */
export function upload<E extends UploadEndpoint>(
  endpoint: E,
  input: EndpointCall<E>,
  file: File,
  { onProgress, signal }: UploadOptions,
): Promise<EndpointResponse<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const offline = () => reject(new ApiError('offline'));
    request.open(endpoint.method, urlOf(endpoint, input));
    request.setRequestHeader('content-type', endpoint.upload);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('error', offline);
    request.addEventListener('abort', offline);
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      const answer = endpoint.response.safeParse(body);
      if (request.status === 200 && answer.success) resolve(answer.data as EndpointResponse<E>);
      else reject(toProblem(endpoint, { status: request.status, body }));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** A picture that was copied has a name of the browser's own making, or none. */
export function uploadName(file: File): string {
  const name = file.name.replace(/\p{Cc}/gu, '').trim();
  return (name === '' ? 'bestand' : name).slice(-255);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
