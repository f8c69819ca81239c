import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('a note as a Markdown file', () => {
  let server: TestApp;
  let community: TestCommunity;
  let observer: SignedInTestPerson;
  let stranger: SignedInTestPerson;
  let noteId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    const { id: copId } = await community.addCop();
    const holder = await community.addMember(copId, 'facilitator');
    observer = await community.addMember(copId, 'observer');
    stranger = await community.addMember((await community.addCop()).id, 'facilitator');
    noteId = await community.addNote(
      await community.addCase(copId, { holderId: holder.personId }),
      holder.personId,
    );
    await server.query('UPDATE notes SET title = $2 WHERE id = $1', [
      noteId,
      'Één vraag / "twee" \u2192 <drie>',
    ]);
  });
  afterAll(async () => {
    await server.close();
  });

  const download = (by: SignedInTestPerson, query: unknown = { language: 'nl' }) =>
    callEndpoint(server.url, endpoints.downloadNoteMarkdown, { params: { noteId }, query } as never, by);

  it('is its title alone while nobody has written', async () => {
    expect((await download(observer)).value).toEqual({
      fileName: 'een-vraag-twee-drie.md',
      text: '# Één vraag / "twee" → \\<drie>\n',
    });
  });

  it('holds everything that was saved before, for whoever may read it and nobody else', async () => {
    const text = await LiveText.of(server, noteId);
    await text.write('Net *getypt*', observer.personId, '0 seconds');
    const { value, headers } = await download(observer);
    expect(value.text).toContain('Net \\*getypt\\*');
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await download(stranger)).code).toBe('not-found');
  });

  it('is in Dutch unless another language that Kring speaks is asked for', async () => {
    expect((await download(observer, { language: 'fr' })).code).toBe('invalid-input');
    expect((await download(observer, {})).code).toBeNull();
  });
});
