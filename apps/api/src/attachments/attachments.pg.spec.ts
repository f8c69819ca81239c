import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachmentLimits, attachmentSchema, problemSchema, type Attachment } from '@kring/contracts';
import sharp from 'sharp';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

describe('attachments', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let noteId: string;
  let writer: SignedInTestPerson;
  let observer: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    writer = await community.addMember(copId, 'participant');
    observer = await community.addMember(copId, 'observer');
    noteId = await community.addNote(
      await community.addCase(copId, { holderId: writer.personId }),
      writer.personId,
    );
  });
  afterAll(async () => {
    await server.close();
  });

  const send = (bytes: Uint8Array, by = writer, name = 'kaart.png', type = 'application/octet-stream') =>
    fetch(`${server.url}/api/notes/${noteId}/attachments?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: by.cookie, origin: server.url },
      body: new Uint8Array(bytes),
    });
  const codeOf = async (answer: Response) => problemSchema.parse(await answer.json()).code;
  const get = (id: string, by = writer) =>
    fetch(`${server.url}/api/attachments/${id}`, { headers: { cookie: by.cookie } });
  const picture = (width = 40, height = 30) =>
    sharp({ create: { width, height, channels: 3, background: '#0f5c5c' } });
  const text = (content: string) => new TextEncoder().encode(content);
  async function add(bytes: Uint8Array, name?: string): Promise<Attachment> {
    const answer = await send(bytes, writer, name);
    expect(answer.status).toBe(200);
    return attachmentSchema.parse(await answer.json());
  }

  it('writes an image anew, upright, without what the camera knew', async () => {
    const photo = await picture()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'geheim adres' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(photo.includes('geheim adres')).toBe(true);
    const { id, mediaType, width, height } = await add(photo, 'foto.jpg');
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/jpeg', width: 30, height: 40 });
    const kept = Buffer.from(await (await get(id)).arrayBuffer());
    expect(kept.includes('geheim adres')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  it('makes very large images as large as a beamer', async () => {
    const { width, height } = await add(await picture(4_000, 3_000).png().toBuffer());
    expect([width, height]).toEqual([2_560, 1_920]);
  });

  it('gives everything as a download that no browser takes for a page', async () => {
    const { id } = await add(text('regio;inwoners\nZeeland;390000\n'), 'cijfers "2026".csv');
    const { headers } = await get(id);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''cijfers%20%222026%22.csv");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['a page with the name of an image', text('<html><script>alert(1)</script>'), 'file-not-allowed'],
    [
      'a drawing that can run',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'file-not-allowed',
    ],
    ['nothing', new Uint8Array(), 'file-not-allowed'],
    ['what only begins like an image', text('\u0089PNG'), 'file-not-allowed'],
    [
      'a broken image',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200)]),
      'image-unreadable',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(await send(bytes))).toBe(code);
  });

  it('refuses an image that would fill the memory when it is opened', async () => {
    const bomb = await picture(8_000, 8_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(attachmentLimits.bytes);
    expect(await codeOf(await send(bomb))).toBe('image-unreadable');
  });

  it('refuses what is too large before it is taken in, and other types of body', async () => {
    expect(await codeOf(await send(new Uint8Array(attachmentLimits.bytes + 1)))).toBe('payload-too-large');
    expect(await codeOf(await send(text('x'), writer, 'x.txt', 'text/plain'))).toBe('unsupported-media-type');
  });

  it('lets who writes add and who reads look, and nobody else', async () => {
    const { id } = await add(text('voor de CoP'), 'x.txt');
    const stranger = await community.addPerson();
    expect([(await send(text('y'), writer)).status, (await send(text('y'), observer)).status]).toEqual([
      200, 403,
    ]);
    expect(await codeOf(await send(text('y'), stranger))).toBe('not-found');
    expect([(await get(id, observer)).status, (await get(id, stranger)).status]).toEqual([200, 404]);
  });

  it('refuses more than a note may hold', async () => {
    await server.query(
      `INSERT INTO attachments (id, note_id, name, media_type, size, created_by_id)
       VALUES (gen_random_uuid(), $1, 'groot.pdf', 'application/pdf', $2, $3)`,
      [noteId, attachmentLimits.bytesPerNote - 10, writer.personId],
    );
    expect(await codeOf(await send(text('meer dan tien tekens')))).toBe('note-full');
  });
});
