import { readXml } from './xml-tokens.ts';

/** Whether an element that switches something on does so: `<strike/>`, unlike `<strike val="0"/>`. */
export function isOn(attributes: ReadonlyMap<string, string>): boolean {
  return !['0', 'false', 'off'].includes(attributes.get('val') ?? '1');
}

/**
 * The numbers of the formats that rules give to cells under a condition, and that cross out; empty where the part is no
 * XML.
 */
export function struckByRule(styles: string): ReadonlySet<number> {
  const found = new Set<number>();
  let count = -1;
  const isXml = readXml(styles, {
    onopen(name, attributes) {
      if (name === 'dxf') count += 1;
      else if (name === 'strike' && count >= 0 && isOn(attributes())) found.add(count);
    },
    onclose: (name) => void (count = name === 'dxfs' ? -Infinity : count),
    ontext: () => {},
  });
  return isXml ? found : new Set();
}

/**
 * The numbers of the cell formats of a workbook that cross out what stands in a cell, by themselves or by the named
 * style that they follow; empty where the part is no XML.
 */
export function struckFormats(styles: string): ReadonlySet<number> {
  const fonts: boolean[] = [];
  const named: string[] = [];
  const found = new Set<number>();
  let inside: string | null = null;
  let count = 0;
  const isXml = readXml(styles, {
    onopen(name, attributes) {
      if (name === 'fonts' || name === 'cellStyleXfs' || name === 'cellXfs') inside = name;
      else if (inside === 'fonts' && name === 'font') fonts.push(false);
      else if (inside === 'fonts' && name === 'strike') fonts[fonts.length - 1] = isOn(attributes());
      else if (inside === 'cellStyleXfs' && name === 'xf') named.push(attributes().get('fontId') ?? '0');
      else if (inside === 'cellXfs' && name === 'xf') {
        const format = attributes();
        const font = format.get('fontId') ?? named[Number(format.get('xfId') ?? 0)] ?? '0';
        if (fonts[Number(font)] === true) found.add(count);
        count += 1;
      }
    },
    onclose: (name) => void (inside = name === inside ? null : inside),
    ontext: () => {},
  });
  return isXml ? found : new Set();
}
