import { useLayoutEffect } from 'react';
import { shownRules } from './shown-states.ts';

/** Lets parts of the page look as if somebody pointed at them or had come there by keyboard (`data-shown`). */
export function useShownStates(): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    const sheets = [...document.styleSheets];
    sheet.replaceSync(sheets.flatMap(({ cssRules }) => shownRules(cssRules)).join('\n'));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
}
