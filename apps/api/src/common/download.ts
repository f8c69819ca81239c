import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

/** A file as a download, whatever it is: nothing that people bring runs or shows as a page of Kring. */
export function toDownload(
  response: Response,
  {
    bytes,
    mediaType,
    name,
  }: { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string },
): StreamableFile {
  response.setHeader('cache-control', 'private, no-cache');
  return new StreamableFile(bytes, {
    type: mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    length: bytes.length,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
