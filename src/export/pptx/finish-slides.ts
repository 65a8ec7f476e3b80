import { escapeXml } from '../document/printable-text.ts';
import { INK, LINE, WHITE } from '../document/tone-colours.ts';

/** What is read out to those who do not see a table, and which of its cells name the others. */
export interface TableLook {
  readonly alternative: string;
  readonly heads: 'firstRow' | 'firstCol';
}

/** Fill of a series and the ink on it; `open` is hatched in a dashed frame: it is no level. */
export interface ChartLook {
  readonly fill: string;
  readonly ink: string;
  readonly open?: boolean;
}

/** What the package does not write itself, of tables and of charts in the order of the deck. */
export interface DeckLook {
  readonly tables: readonly TableLook[];
  readonly charts: readonly (readonly ChartLook[])[];
}

/** What a table is called until its alternative text is put in. */
export const tableName = (index: number) => `sextant-table-${index}`;

/** The alternative text of a table, which cells are its heads, and from which side it is read; shapes numbered once each. */
function finishSlide(xml: string, { tables }: DeckLook, rightToLeft: boolean): string {
  let shape = 1;
  return xml
    .replaceAll(/(<p:cNvPr id=")\d+"/g, (_, before: string) => `${before}${shape++}"`)
    .replaceAll(/name="sextant-table-(\d+)"\/>([\s\S]*?)<a:tblPr\/>/g, (whole, index: string, between: string) => {
      const table = tables[Number(index)];
      if (table === undefined) return whole;
      const words = escapeXml(table.alternative);
      const side = rightToLeft ? ' rtl="1"' : '';
      return `name="${words}" descr="${words}"/>${between}<a:tblPr${side} ${table.heads}="1"/>`;
    });
}

/** A paragraph for each line of the notes. */
function finishNotes(xml: string): string {
  return xml.replace(
    /<a:p><a:r><a:rPr([^>]*)\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
    (_, look: string, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r><a:rPr${look}/><a:t>${line}</a:t></a:r></a:p>`)
        .join(''),
  );
}

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** Each series in its fill and frame, its figures in the ink that is read on it. */
function finishChart(xml: string, looks: readonly ChartLook[]): string {
  let series = 0;
  return xml.replaceAll(/<c:ser>[\s\S]*?<\/c:ser>/g, (whole) => {
    const look = looks[series++];
    if (look === undefined) return whole;
    const { fill, ink, open = false } = look;
    const paint = open
      ? `<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="${LINE}"/></a:fgClr><a:bgClr><a:srgbClr val="${WHITE}"/></a:bgClr></a:pattFill>`
      : solid(fill);
    const frame = `<a:ln w="9525">${solid(INK)}<a:prstDash val="${open ? 'dash' : 'solid'}"/></a:ln>`;
    return whole
      .replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, `<c:spPr>${paint}${frame}</c:spPr>`)
      .replace(
        /(<c:dLbls>[\s\S]*?)<a:solidFill>[\s\S]*?<\/a:solidFill>/,
        (_, before: string) => `${before}${solid(ink)}`,
      )
      .replace(/(<c:dLbls><c:numFmt [^>]*\/>)/, (_, before: string) =>
        open ? `${before}<c:spPr>${solid(WHITE)}</c:spPr>` : before,
      );
  });
}

/** Every run and paragraph end in the language of the deck: the package writes American English, or none. */
function nameLanguage(xml: string, language: string): string {
  return xml.replaceAll(/<a:(rPr|endParaRPr|defRPr)\b([^>]*?)(\/?)>/g, (_, tag: string, own: string, end: string) => {
    const rest = own.replace(/\s+lang="[^"]*"/, '').trimEnd();
    const named = tag === 'defRPr' ? '' : ` lang="${language}"`;
    return `<a:${tag}${named}${rest}${end}>`;
  });
}

/** Every paragraph from right to left: the package says so of some only. */
function turnParagraphs(xml: string): string {
  return xml
    .replaceAll(/<a:p>(?!\s*<a:pPr)/g, '<a:p><a:pPr algn="r"/>')
    .replaceAll(/<a:pPr\b([^>]*?)(\/?)>/g, (_, own: string, end: string) => {
      return `<a:pPr${own.replace(/\s+rtl="[^"]*"/, '')} rtl="1"${end}>`;
    });
}

/** A part of the file as the package wrote it, made whole: heads and alternatives, notes, fills, one language. */
export function finishPart(
  name: string,
  xml: string,
  look: DeckLook,
  { language, rightToLeft }: { language: string; rightToLeft: boolean },
): string {
  const isShown = /^ppt\/(?:slides|slideLayouts|notesSlides|charts)\//.test(name);
  const named = nameLanguage(xml, language);
  const notes = name.startsWith('ppt/notesSlides/') ? finishNotes(named) : named;
  const turned = isShown && rightToLeft ? turnParagraphs(notes) : notes;
  if (name.startsWith('ppt/slides/slide')) return finishSlide(turned, look, rightToLeft);
  const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name);
  return chart === null ? turned : finishChart(turned, look.charts[Number(chart[1]) - 1] ?? []);
}

/**
 * Names of charts and of their figures counted from 1, in a name of a part and in what names it: the package counts on from
 * file to file.
 */
export function countCharts(names: readonly string[]): (text: string) => string {
  const counted = /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)\./g;
  const numbers = names.flatMap((name) => [...name.matchAll(counted)].map(([, , number]) => Number(number)));
  const before = Math.min(...numbers) - 1;
  return (text) => text.replaceAll(counted, (_, name: string, number: string) => `${name}${Number(number) - before}.`);
}
