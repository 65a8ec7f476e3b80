import { readXml } from './xml-tokens.ts';

/** Whether an element that switches something on does so: `<strike/>`, unlike `<strike val="0"/>`. */
export function isOn(attributes: ReadonlyMap<string, string>): boolean {
  return !['0', 'false', 'off'].includes(attributes.get('val') ?? '1');
}

/** The numbers of the cell formats of a workbook that cross out what stands in a cell; empty where the part is no XML. */
export function struckFormats(styles: string): ReadonlySet<number> {
  const fonts: boolean[] = [];
  const found = new Set<number>();
  let inside: 'fonts' | 'cellXfs' | null = null;
  let count = 0;
  const isXml = readXml(styles, {
    onopen(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs') inside = name;
      else if (inside === 'fonts' && name === 'font') fonts.push(false);
      else if (inside === 'fonts' && name === 'strike') fonts[fonts.length - 1] = isOn(attributes());
      else if (inside === 'cellXfs' && name === 'xf') {
        if (fonts[Number(attributes().get('fontId') ?? 0)] === true) found.add(count);
        count += 1;
      }
    },
    onclose: (name) => void (inside = name === inside ? null : inside),
    ontext: () => {},
  });
  return isXml ? found : new Set();
}
