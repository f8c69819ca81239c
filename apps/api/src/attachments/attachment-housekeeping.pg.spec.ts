import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import * as Y from 'yjs';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { SettlingService } from '../documents/settling.service.ts';
import { AutomaticVersions } from '../history/automatic-versions.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { AttachmentHousekeeping, graceMs } from './attachment-housekeeping.ts';

const dayMs = 24 * 60 * 60_000;

describe('an attachment', () => {
  let server: TestApp;
  let community: TestCommunity;
  let caseId: string;
  let personId: string;
  let text: LiveText;
  let id: string;
  let now: number;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    // Only what a test asks for is read, when it asks.
    await server.app.get(SettlingService).beforeApplicationShutdown();
    const { id: copId } = await community.addCop();
    personId = (await community.addMember(copId, 'facilitator')).personId;
    caseId = await community.addCase(copId, { holderId: personId });
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    now = Date.now();
    text = await LiveText.of(server, await community.addNote(caseId, personId));
    id = await attach(text);
  });

  async function attach({ noteId }: LiveText): Promise<string> {
    const attachmentId = uuidv7();
    await server.query(
      `INSERT INTO attachments (id, note_id, name, media_type, size, created_by_id) VALUES ($1, $2, 'x.png', 'image/png', 1, $3)`,
      [attachmentId, noteId, personId],
    );
    await server.query('INSERT INTO attachment_bytes (attachment_id, bytes) VALUES ($1, $2)', [
      attachmentId,
      Buffer.from('x'),
    ]);
    return attachmentId;
  }
  const read = ({ noteId } = text) => server.app.get(SettledTexts).readNow(noteId);
  async function show(where = text): Promise<void> {
    await where.change(personId, (root) => {
      const image = new Y.XmlElement('image');
      image.setAttribute('attachmentId', id);
      root.push([image]);
    });
    await read(where);
  }
  async function hide(where = text): Promise<void> {
    await where.change(personId, (root) => root.delete(0, root.length));
    await where.write('Zonder', personId);
    await read(where);
  }
  /** Tidies up now, and again so many days later. */
  async function tidyAfter(days: number): Promise<void> {
    const housekeeping = server.app.get(AttachmentHousekeeping);
    await housekeeping.tidy(new Date(now));
    now += days * dayMs;
    await housekeeping.tidy(new Date(now));
  }
  const count = async (table: string, column: string) =>
    (await server.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id])).length;
  const isThere = async () => (await count('attachments', 'id')) === 1;

  it('that no text shows is removed after thirty days, with its bytes, and not a day sooner', async () => {
    await show();
    await hide();
    await tidyAfter(graceMs / dayMs - 1);
    expect(await isThere()).toBe(true);
    await tidyAfter(1);
    expect([await isThere(), await count('attachment_bytes', 'attachment_id')]).toEqual([false, 0]);
    const trail = await server.query('SELECT 1 FROM audit_events WHERE action = $1 AND object_id = $2', [
      'note.remove-attachment',
      text.noteId,
    ]);
    expect(trail).toHaveLength(1);
  });

  it('stays as long as its note shows it, also when the note is archived', async () => {
    await show();
    await server.query('UPDATE notes SET archived_at = now() WHERE id = $1', [text.noteId]);
    await tidyAfter(40);
    expect(await isThere()).toBe(true);
  });

  it('stays as long as a version that is kept shows it', async () => {
    await show();
    await server.app.get(AutomaticVersions).makeDue(new Date(now + dayMs));
    await hide();
    await tidyAfter(40);
    expect(await isThere()).toBe(true);
    await server.query('DELETE FROM note_versions WHERE note_id = $1', [text.noteId]);
    await server.query('DELETE FROM note_contents WHERE note_id = $1', [text.noteId]);
    await tidyAfter(40);
    expect(await isThere()).toBe(false);
  });

  it('stays when another note shows it, where somebody copied it to', async () => {
    const other = await LiveText.of(server, await community.addNote(caseId, personId));
    await show(other);
    await tidyAfter(40);
    expect(await isThere()).toBe(true);
    await hide(other);
    await tidyAfter(40);
    expect(await isThere()).toBe(false);
  });

  it('counts anew from when it was shown again', async () => {
    await tidyAfter(20);
    await show();
    await tidyAfter(1);
    await hide();
    await tidyAfter(20);
    expect(await isThere()).toBe(true);
    await tidyAfter(11);
    expect(await isThere()).toBe(false);
  });

  it('stays while nobody knows what its note says by now', async () => {
    await tidyAfter(0);
    await text.write('Nog niet gelezen', personId);
    await tidyAfter(40);
    expect(await isThere()).toBe(true);
  });
});
