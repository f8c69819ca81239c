import type { Plugin, Rolldown } from 'vite';

/** Names in index.html what the page of a note imports, styles too, so that `theme.js` can fetch it beside what comes first. */
export function nameNoteCode(): Plugin {
  return {
    name: 'kring:name-note-code',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const content = noteFiles(bundle)
          // What comes first is named there already.
          .filter((file) => !html.includes(file))
          .map((file) => `/${file}`)
          .join(' ');
        return html.replace(
          'name="kring-note-code" content=""',
          `name="kring-note-code" content="${content}"`,
        );
      },
    },
  };
}

function noteFiles(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const follow = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === 'chunk') follow(imported);
    }
  };
  const page = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith('/src/app/routes/note.tsx'),
  );
  if (page?.type !== 'chunk') throw new Error('The page of a note was not built.');
  follow(page);
  return [...found];
}
