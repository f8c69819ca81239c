import sharp from 'sharp';

/** What the parent asks: the bytes of an image and how many pixels it may have. */
export interface ImageTask {
  readonly bytes: Uint8Array;
  readonly pixels: number;
  /** Longest side as it is kept, in pixels. */
  readonly longestSide?: number;
  /** What it becomes; else it stays what it was. */
  readonly format?: 'png';
}

/** The image written anew, without what cameras and programs put beside it; null for what is no such image. */
export interface WrittenImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Sharp on a beamer, and light enough for a phone. */
const usualSide = 2_560;

async function rewrite(task: ImageTask): Promise<WrittenImage | null> {
  const { bytes, pixels, longestSide = usualSide } = task;
  try {
    const image = sharp(bytes, { limitInputPixels: pixels, failOn: 'error', animated: false });
    const { format } = await image.metadata();
    if (format !== 'png' && format !== 'jpeg' && format !== 'webp') return null;
    const fitted = image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await fitted.toFormat(task.format ?? format).toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}

process.once('message', (task: ImageTask) => {
  void rewrite(task).then((written) => process.send?.(written, () => process.disconnect()));
});
