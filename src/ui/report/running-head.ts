import type { ReportDocument } from '../../export/document/document.ts';

/** A text as a CSS string: whatever it holds, it stays one. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/[\\"\n\r\f<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

type Words = Pick<ReportDocument, 'head' | 'marking' | 'foot' | 'direction'>;

/** The margin boxes of every page: who and what, status and marking above and below, page of pages. */
export function marginBoxes({ head, marking, foot, direction }: Words): string {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const face = 'font: 7.5pt system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; color: #333;';
  const box = (place: string, content: string, more = '') => `@${place} { content: ${content}; ${face} ${more} }`;
  return `@page {
    ${box(`top-${start}`, cssString(head), 'white-space: nowrap;')}
    ${box(`top-${end}`, cssString(marking), 'font-weight: 700; white-space: nowrap;')}
    ${box(`bottom-${start}`, cssString(foot))}
    ${box(`bottom-${end}`, `${cssString(`${marking}   `)} counter(page) " / " counter(pages)`, 'font-weight: 700; white-space: pre;')}
  }`;
}

/** mm: without margin boxes head and foot stand in the page, which is as much higher as they are. */
const MARGINS_WITHOUT_BOXES = 'margin: 13mm 18mm 11mm;';

/**
 * Puts the running head on paper through a style sheet made by script, which a content security policy without inline
 * styles allows. Call what it returns to take it away.
 */
export function showRunningHead(words: Words, hasMarginBoxes: boolean): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    hasMarginBoxes
      ? marginBoxes(words)
      : `@page { ${MARGINS_WITHOUT_BOXES} } @page landscape { ${MARGINS_WITHOUT_BOXES} }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
