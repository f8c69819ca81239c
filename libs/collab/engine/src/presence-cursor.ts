import { checkJson } from './admission/values.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether bytes may be shown to others as a cursor: empty, or JSON of an object or null that no reader chokes on. */
export function isCursor(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  try {
    const text = utf8.decode(bytes);
    checkJson(text);
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
