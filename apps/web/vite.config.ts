import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { apartContracts, leanContracts } from './scripts/lean-contracts.ts';
import { leanIcons } from './scripts/lean-icons.ts';
import { leanTiptap } from './scripts/lean-tiptap.ts';
import { nameNoteCode } from './scripts/note-code.ts';

const api = process.env['KRING_API_URL'] ?? 'http://127.0.0.1:3000';

/** React Aria carries its words in some thirty languages; the interface speaks two. */
function onlyOurLocales(): Plugin {
  const locale =
    /react-(?:aria|stately)[^/]*\/dist\/private\/(?:.*\/)?intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.mjs$/;
  return {
    name: 'kring:only-our-locales',
    enforce: 'pre',
    load(id) {
      const found = locale.exec(id);
      return found && found[1] !== 'nl-NL' && found[1] !== 'en-US' ? 'export default {};' : null;
    },
  };
}

/** Zod can describe its schemas as JSON Schema, and say in English what is wrong: pages use neither, only its codes. */
function leanZod(): Plugin {
  const none = 'const none = () => () => undefined; ';
  const stubs: Record<string, string> = {
    'json-schema-processors': `${none}export { none as toJSONSchema };`,
    'json-schema-generator': `${none}export { none as JSONSchemaGenerator };`,
    'to-json-schema': `${none}export { none as createToJSONSchemaMethod, none as createStandardJSONSchemaMethod };`,
    en: 'export default () => ({ localeError: ({ code }) => code });',
  };
  return {
    name: 'kring:lean-zod',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      return stubs[/zod\/v4\/(?:core|locales)\/([\w-]+)\.js$/.exec(id)?.[1] ?? ''] ?? null;
    },
  };
}

/** The server speaks WebSocket and polling (`live-server.ts`): the third way of engine.io is never asked for. */
function leanSockets(): Plugin {
  return {
    name: 'kring:lean-sockets',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      return id.endsWith('/engine.io-client/build/esm/transports/webtransport.js')
        ? 'export class WT {}'
        : null;
    },
  };
}

export default defineConfig({
  plugins: [
    onlyOurLocales(),
    leanZod(),
    leanSockets(),
    leanTiptap(),
    leanContracts(),
    apartContracts(),
    leanIcons(),
    nameNoteCode(),
    react(),
  ],
  resolve: { conditions: ['kring-source', 'module', 'browser', 'development|production'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: {
      // `/api/live` is the socket of the live texts.
      '/api': { target: api, ws: true },
      '/health': { target: api },
    },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    // The content security policy allows neither data: scripts nor data: fonts.
    assetsInlineLimit: 0,
    // The oldest browsers that the styles ask for have no use for the polyfill, nor for older syntax.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    sourcemap: 'hidden',
    // The JSON Schema code that is left out is named, never called.
    rolldownOptions: {
      checks: { importIsUndefined: false },
      output: {
        codeSplitting: {
          groups: [
            // All of this comes first on every page: in one piece nothing of it waits for a free connection. What names
            // the code of the pages stays apart, else each new build would rename all of it.
            {
              name: 'start',
              tags: ['$initial'],
              priority: 1,
              test: /\/node_modules\/|\/libs\/|\/apps\/web\/src\/(?:components|lib)\//,
            },
            // In one piece each of these packs better than in the dozen that its lazy users would make of it. What
            // keeps a page live stands apart: pages without a text need it too.
            {
              name: 'live',
              test: /\/node_modules\/(?:yjs|lib0|y-protocols|socket\.io[\w-]*|engine\.io[\w-]*)\/|\/libs\/collab\/(?:client|protocol)\//,
            },
            {
              name: 'editor',
              test: /\/node_modules\/(?:prosemirror-|@tiptap\/)|live-documents\/src\/(?:schema\/|note-schema|note-extensions|render-note|find-links)/,
            },
            // A page has dozens of them, each a file of a few hundred bytes by itself.
            { name: 'icons', test: /\/lucide-react\/dist\/esm\/icons\//, minShareCount: 2 },
            // What most pages need, which would be forty files of a few hundred bytes.
            {
              name: 'common',
              minShareCount: 7,
              test: /\/apps\/web\/src\/(?:components|lib|app)\/|\/libs\/contracts\/src\/(?!attachments\/|comments\/|cops\/cop-keeping|effects\/|history\/|notes\/section|outbox\/|platform\/|organisations\/organisation-keeping|identity\/account|templates\/|timeline\/)|node_modules\/(?:lucide-react|@tanstack|zod|react|react-dom|scheduler|react-router)\//,
            },
          ],
        },
      },
    },
  },
});
