import { readXml, textOfXml } from './xml-tokens.ts';

/** Formats that every workbook has without naming them and that show a date (ECMA-376 part 1, section 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a code shows a date: letters of days, months, years or hours outside quotations, brackets and escapes. */
function showsDate(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replaceAll(/general/gi, '');
  return /[dmyhs]/i.test(bare);
}

/** The numbers of the cell formats of a workbook that show dates; empty where the part is not there or no XML. */
export function dateFormats(styles: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const found = new Set<number>();
  let inCellFormats = false;
  let count = 0;
  const isXml = readXml(styles, {
    onopen(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attributes().get('numFmtId')), textOfXml(attributes().get('formatCode') ?? ''));
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes().get('numFmtId') ?? 0);
        const code = codes.get(id);
        if (code === undefined ? isBuiltInDate(id) : showsDate(code)) found.add(count);
        count += 1;
      }
    },
    onclose: (name) => void (inCellFormats = inCellFormats && name !== 'cellXfs'),
    ontext: () => {},
  });
  return isXml ? found : new Set();
}
