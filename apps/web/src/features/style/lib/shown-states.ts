// Weighs nothing, so that a rule for focus weighs what it did.
const focusable = ':where(a, button, input, select, textarea, summary, [tabindex])';

/**
 * The selector of a rule for hover, focus or press, made to hold inside an element that says so (`data-shown`); null for
 * a rule about none of these.
 */
export function shownSelector(selector: string): string | null {
  const shown = selector
    .replaceAll(':focus-visible', `:is([data-shown='focus'] ${focusable})`)
    .replaceAll(/:hover(?![\w-])/g, ":is([data-shown='hover'], [data-shown='hover'] *)")
    .replaceAll(/:active(?![\w-])/g, ":is([data-shown='press'], [data-shown='press'] *)");
  return shown === selector ? null : shown;
}

/** The rules of a style sheet about hover, focus and press, as rules that can be shown without a pointer or a key. */
export function shownRules(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule) {
      const inner = shownRules(rule.cssRules);
      return inner.length > 0 ? [`@media ${rule.media.mediaText} { ${inner.join(' ')} }`] : [];
    }
    if (!(rule instanceof CSSStyleRule)) return [];
    const selector = shownSelector(rule.selectorText);
    return selector === null ? [] : [`${selector} { ${rule.style.cssText} }`];
  });
}
