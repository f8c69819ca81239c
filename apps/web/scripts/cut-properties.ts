interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  key?: { type: string; name?: string };
  [name: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

function findProperties(node: SyntaxNode, names: ReadonlySet<string>, found: SyntaxNode[]): void {
  if (node.type === 'Property' && names.has(node.key?.name ?? '')) {
    found.push(node);
    return;
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) findProperties(child, names, found);
  }
}

/** The code without these properties of objects; `tree` is what it parses to. */
export function cutProperties(code: string, tree: unknown, names: ReadonlySet<string>): string {
  const found: SyntaxNode[] = [];
  if (isNode(tree)) findProperties(tree, names, found);
  let lean = code;
  for (const { start, end } of found.toReversed()) {
    lean = lean.slice(0, start) + lean.slice(end).replace(/^\s*,/, '');
  }
  return lean;
}
