import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../common/app-error.ts';
import { attachmentType } from './attachment-type.ts';
import { ImageWriter } from './image-writer.ts';
import { receiveBody } from '../common/receive-body.ts';

interface ImageLimits {
  readonly bytes: number;
  readonly pixels: number;
  /** Longest side as it is kept, in pixels. */
  readonly longestSide: number;
}

/** Images that other features take in, with the checks of those in notes. */
@Injectable()
export class ImagesService {
  constructor(private readonly images: ImageWriter) {}

  /**
   * The body of a request as a PNG, which every browser and mail reader shows. What it is decides its bytes: SVG and
   * whatever could run is refused.
   */
  async receive(
    request: Request,
    { bytes: limit, pixels, longestSide }: ImageLimits,
  ): Promise<{ mediaType: string; bytes: Buffer }> {
    const bytes = await receiveBody(request, limit);
    const mediaType = attachmentType(bytes);
    if (!mediaType?.startsWith('image/')) throw new AppError('file-not-allowed');
    const written = await this.images.write({ bytes, pixels, longestSide, format: 'png' });
    if (written === null) throw new AppError('image-unreadable');
    return { mediaType: 'image/png', bytes: Buffer.from(written.bytes) };
  }
}
