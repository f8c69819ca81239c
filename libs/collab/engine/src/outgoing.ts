import { encodeServerFrame } from '@kring/collab-protocol';
import type { ServerFrame } from '@kring/collab-protocol';
import type { OutgoingFrame } from './ports.ts';

export function toOutgoing(frame: ServerFrame): OutgoingFrame {
  return { bytes: encodeServerFrame(frame) };
}
