/** Google Docs and old pages put a list right into a list, beside the item that it belongs to. */
export function nestLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = list.previousElementSibling;
    if (before?.tagName === 'LI') before.append(list);
    else {
      const item = list.ownerDocument.createElement('li');
      list.before(item);
      item.append(list);
    }
  }
  for (const list of body.querySelectorAll('ul, ol')) ticks(list);
  // What stands loose in a list belongs to no item: it becomes one.
  for (const stray of body.querySelectorAll(':is(ul, ol) > :not(li)')) {
    const item = stray.ownerDocument.createElement('li');
    stray.before(item);
    item.append(stray);
  }
}

function tickOf(item: Element): boolean | null {
  if (item.getAttribute('role') === 'checkbox') return item.getAttribute('aria-checked') === 'true';
  const box = item.querySelector('input[type="checkbox"]');
  if (box === null || box.closest('li') !== item) return null;
  const isChecked = box.hasAttribute('checked');
  box.remove();
  return isChecked;
}

function ticks(list: Element): void {
  const items = [...list.children].filter((child) => child.tagName === 'LI');
  const found = items.map(tickOf);
  if (items.length === 0 || found.some((isChecked) => isChecked === null)) return;
  list.setAttribute('data-type', 'taskList');
  for (const [index, item] of items.entries()) {
    item.setAttribute('data-type', 'taskItem');
    item.setAttribute('data-checked', String(found[index]));
  }
}
