import { Module } from '@nestjs/common';
import { ImageWriter } from './image-writer.ts';
import { ImagesService } from './images.service.ts';

/** Writes images anew, of notes and others. Offers `ImagesService`. */
@Module({ providers: [ImageWriter, ImagesService], exports: [ImageWriter, ImagesService] })
export class ImagesModule {}
