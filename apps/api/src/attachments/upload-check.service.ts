import { Injectable } from '@nestjs/common';
import { attachmentLimits, type AttachmentMediaType } from '@kring/contracts';
import { AppError } from '../common/app-error.ts';
import { attachmentType } from './attachment-type.ts';
import { ImageWriter } from './image-writer.ts';

export interface CheckedUpload {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentMediaType;
  readonly width: number | null;
  readonly height: number | null;
}

/** What every file goes through that people bring. */
@Injectable()
export class UploadCheck {
  constructor(private readonly images: ImageWriter) {}

  /** The file as it may be kept, images written anew. Throws `file-not-allowed` and `image-unreadable`. */
  async check(bytes: Uint8Array): Promise<CheckedUpload> {
    const mediaType = attachmentType(bytes);
    if (mediaType === null) throw new AppError('file-not-allowed');
    if (!mediaType.startsWith('image/')) return { bytes, mediaType, width: null, height: null };
    const written = await this.images.write({ bytes, pixels: attachmentLimits.pixels });
    if (written === null) throw new AppError('image-unreadable');
    return { ...written, mediaType };
  }
}
