import type { SectionAttributes, SectionStatus } from '@kring/live-documents';
import type { Transaction } from '@tiptap/pm/state';
import { sectionEndpoints } from '@kring/contracts';
import { toSlug } from '@kring/domain';
import { call } from '../../../lib/api/call.ts';
import { useMe } from '../../../lib/app-state.tsx';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { onceUncovered } from '../../../lib/once-uncovered.ts';
import {
  addSection,
  changeSection,
  findSection,
  moveSection,
  placedSections,
  removeSection,
} from '../../../lib/sections/section-commands.ts';
import { elementOf, goToSection } from '../go-to-section.ts';

export interface SectionFields {
  readonly title: string;
  readonly guidance: string;
}

/** What one does to sections, each told in one sentence. */
export function useSectionActs(handle: NoteHandle) {
  const { t } = useTranslation('sections');
  const me = useMe();
  const { editor } = handle;

  function dispatch(tr: Transaction | null): boolean {
    if (tr === null) return false;
    editor.view.dispatch(tr);
    return true;
  }
  /** Null, and told, when somebody else has just removed it. */
  function find(key: string): SectionAttributes | null {
    const found = findSection(editor.state.doc, key)?.attributes ?? null;
    if (found === null) showToast(t('told.gone'), { tone: 'failed' });
    return found;
  }
  function setStatus(key: string, status: SectionStatus) {
    const section = find(key);
    if (section === null) return;
    dispatch(changeSection(editor.state, key, { status }));
    showToast(t('told.status', { title: section.title, status: t(`status.${status}`) }));
  }
  function setOwner(key: string, owner: { id: string; name: string } | null) {
    const section = find(key);
    if (section === null) return;
    const changes = { ownerId: owner?.id ?? null, ownerName: owner?.name ?? '' };
    dispatch(changeSection(editor.state, key, changes));
    const { title } = section;
    showToast(owner ? t('told.owner', { title, name: owner.name }) : t('told.noOwner', { title }));
    if (owner !== null && owner.id !== me.id) void tellOwner(key, owner);
  }
  /** The text keeps the choice, whether or not they can be told now. */
  async function tellOwner(key: string, { id, name }: { id: string; name: string }) {
    const input = { params: { noteId: handle.noteId }, body: { personId: id, sectionKey: key } };
    try {
      const { outcome } = await call(sectionEndpoints.tellSectionOwner, input);
      if (outcome === 'cannot-read') showToast(t('told.cannotRead', { name }), { tone: 'failed' });
    } catch {
      showToast(t('told.notTold', { name }), { tone: 'failed' });
    }
  }
  function move(key: string, by: -1 | 1) {
    const section = find(key);
    if (section === null || !dispatch(moveSection(editor.state, key, by))) return;
    const sections = placedSections(editor.state.doc);
    const place = sections.findIndex(({ attributes }) => attributes.key === key) + 1;
    showToast(t('told.moved', { title: section.title, place, count: sections.length }));
    // Its element is another one now.
    requestAnimationFrame(() =>
      elementOf(editor.view.dom, key)?.querySelector<HTMLElement>('[aria-haspopup]:last-of-type')?.focus(),
    );
  }
  function change(key: string, { title, guidance }: SectionFields) {
    if (find(key) === null) return;
    if (dispatch(changeSection(editor.state, key, { title, guidance })))
      showToast(t('told.changed', { title }));
  }
  function add(afterKey: string | null, fields: SectionFields) {
    const key = newKey(fields.title);
    dispatch(addSection(editor.state, { key, ...fields }, afterKey));
    showToast(t('told.added', { title: fields.title }));
    onceUncovered(
      () => editor.view.dom,
      () => void goToSection(handle, key),
    );
  }
  function remove(key: string) {
    const section = find(key);
    if (section === null || !dispatch(removeSection(editor.state, key))) return;
    const undo = { label: t('common:undo'), run: () => void editor.commands.undo() };
    showToast(t('told.removed', { title: section.title }), { action: undo });
  }
  return { setStatus, setOwner, move, change, add, remove };
}

/** Two people who add a section of the same name at once get two keys. */
function newKey(title: string): string {
  const chance = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) =>
    byte.toString(36).padStart(2, '0'),
  );
  return `${toSlug(title).slice(0, 28).replace(/-+$/, '')}-${chance.join('').slice(0, 8)}`;
}
