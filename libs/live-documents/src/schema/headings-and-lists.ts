import { Heading } from '@tiptap/extension-heading';
import { OrderedList, TaskItem } from '@tiptap/extension-list';
import { checkedAttribute, numberOf, type HtmlElement } from './checked-attribute.ts';

// The title of the page is its only h1: a heading of level 1 is shown as h2, and so on. `data-level` brings it
// back as it was when text is copied from one note into another.
const levelOf = (element: HtmlElement) =>
  Number(element.getAttribute('data-level') ?? Math.min(Number(element.tagName.slice(1)), 3));

export const NoteHeading = Heading.extend({
  addAttributes() {
    return { level: { ...checkedAttribute('heading', 'level', levelOf), rendered: false } };
  },
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((h) => ({ tag: `h${h}` })),
  renderHTML({ node }) {
    const level = Number(node.attrs['level']);
    return [`h${level + 1}`, { 'data-level': String(level) }, 0];
  },
}).configure({ levels: [1, 2, 3] });

export const NoteOrderedList = OrderedList.extend({
  addAttributes() {
    return { start: checkedAttribute('orderedList', 'start', numberOf('start')) };
  },
  renderHTML({ node }) {
    return ['ol', node.attrs['start'] === 1 ? {} : { start: String(node.attrs['start']) }, 0];
  },
});

export const NoteTaskItem = TaskItem.extend({
  addAttributes() {
    const checked = checkedAttribute('taskItem', 'checked', (element) => {
      const value = element.getAttribute('data-checked');
      return value === '' || value === 'true';
    });
    const renderHTML = (attributes: Record<string, unknown>) => ({ 'data-checked': attributes['checked'] });
    return { checked: { ...checked, keepOnSplit: false, renderHTML } };
  },
}).configure({ nested: true });
