import { nodeAttributeRules } from '../attribute-rules.ts';

/** What is read of an element; the server, which has no DOM, builds this schema too. */
export interface HtmlElement {
  readonly tagName: string;
  getAttribute(name: string): string | null;
}

type Read = (element: HtmlElement) => unknown;

/** An attribute of the schema that is read from HTML through its rule, so that a paste cannot widen it. */
export function checkedAttribute(node: string, name: string, fromHtml: Read) {
  const rule = nodeAttributeRules.get(node)?.[name];
  if (rule === undefined) throw new Error(`no rule for ${node}.${name}`);
  return { default: rule(undefined), parseHTML: (element: HtmlElement) => rule(fromHtml(element)) };
}

export const numberOf = (name: string) => (element: HtmlElement) =>
  Number(element.getAttribute(name) ?? 'none');

/**
 * All attributes of a node, each read back from the `data-` attribute that `dataOf` writes. The node writes its
 * elements itself.
 */
export function dataAttributes(node: string) {
  const rules = nodeAttributeRules.get(node);
  if (rules === undefined) throw new Error(`no rules for ${node}`);
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => {
      const read = (element: HtmlElement): unknown => {
        const value = element.getAttribute(dataName(name));
        if (value === null) return rule(undefined);
        const byKind = [value, Number(value), value === 'true'].map((kind) => rule(kind));
        return byKind.find((kind) => String(kind) === value) ?? byKind[0];
      };
      return [name, { default: rule(undefined), parseHTML: read, rendered: false }];
    }),
  );
}

/** The attributes of a node as `data-` attributes of its element. */
export function dataOf(attrs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attrs).flatMap(([name, value]) =>
      value === null || value === '' || value === false ? [] : [[dataName(name), String(value)]],
    ),
  );
}

const dataName = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
