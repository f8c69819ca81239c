import { describe, expect, it, jest } from '@jest/globals';
import { Decoder, Encoder } from './socket-parser.ts';

describe('socket parser', () => {
  it('carries one frame as one message without an envelope, views included', () => {
    const view = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    const messages = new Encoder().encode({ type: 5, nsp: '/', data: ['f', view] });
    const decoded = jest.fn();
    const decoder = new Decoder().on('decoded', decoded);
    decoder.add(messages[0]);
    expect(messages).toHaveLength(1);
    expect(decoded).toHaveBeenCalledWith({ type: 2, nsp: '/', data: ['f', new Uint8Array([1, 2])] });
  });

  it('refuses to send anything but frames, and to read anything but packets', () => {
    expect(() => new Encoder().encode({ type: 2, nsp: '/', data: ['other', {}] })).toThrow(TypeError);
    expect(() => new Decoder().add('{"type":2}')).toThrow(TypeError);
    expect(() => new Decoder().add('nonsense')).toThrow(SyntaxError);
  });
});
