import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentType } from './attachment-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (rest: string) => bytes(`PK\x03\x04${'\0'.repeat(26)}${rest}`);

describe('what a file is by its bytes', () => {
  it.each([
    ['an image', bytes('\x89PNG\r\n\x1a\n…'), 'image/png'],
    ['a photo', bytes('\xff\xd8\xff\xe0'), 'image/jpeg'],
    ['a WebP', bytes('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a PDF', bytes('%PDF-1.7'), 'application/pdf'],
    [
      'a Word document',
      zip('[Content_Types].xml word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an ODT',
      zip('mimetypeapplication/vnd.oasis.opendocument.textPK'),
      'application/vnd.oasis.opendocument.text',
    ],
    ['a text', bytes('gemeente;inwoners\nTerneuzen;54000\n'), 'text/plain'],
  ])('takes %s', (_, file, type) => {
    expect(attachmentType(file)).toBe(type);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a page', bytes('<!doctype html><script>alert(1)</script>')],
    ['a drawing with script', bytes('  <svg onload="alert(1)">')],
    ['a program', bytes('MZ\x90\0')],
    ['a program of Linux', bytes('\x7fELF\x02')],
    ['a GIF', bytes('GIF89a\x01\0')],
    ['any zip', zip('readme.txt')],
    ['a Word document with macros', zip('word/document.xml word/vbaProject.bin')],
    ['a page in a WAV', bytes('RIFF\0\0\0\0WAVEfmt ')],
  ])('does not take %s', (_, file) => {
    expect(attachmentType(file)).toBeNull();
  });

  it('answers on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (file) => void attachmentType(file)));
  });
});
