export * from './versions.ts';
export * from './codes.ts';
export * from './limits.ts';
export * from './frames.ts';
export * from './codec.ts';
export * from './packed.ts';
export { FrameReader } from './frame-reader.ts';
export * as socketParser from './socket-parser.ts';
