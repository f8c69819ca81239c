import type { Editor } from '@tiptap/core';
import type { SectionTool } from '@kring/live-documents';
import type { Translate } from '../../../../lib/i18n/use-translation.ts';
import { FoldedSections } from '../../../../lib/sections/folded-sections.ts';
import { sectionViews, ShownSections } from './section-views.ts';
import { sectionWords } from './section-words.ts';

interface Reader {
  readonly t: Translate<'notes'>;
  readonly myId: string | null;
  readonly noteId: string;
  readonly isEditable: boolean;
  readonly toolAddress: ((tool: SectionTool) => string | null) | undefined;
  readonly navigate: (address: string) => unknown;
}

/** Shows the sections of an open editor from now on. */
export function beginSectionViews(editor: Editor, reader: () => Reader): ShownSections {
  const shown = new ShownSections({
    words: sectionWords(reader),
    folded: new FoldedSections(reader().noteId),
    isEditable: () => reader().isEditable,
    toolAddress: (tool) => reader().toolAddress?.(tool) ?? null,
    goTo: (address) => void reader().navigate(address),
  });
  // First in line: the keys of typing leave Tab to the browser.
  editor.registerPlugin(sectionViews(shown), (own, others) => [own, ...others]);
  return shown;
}
