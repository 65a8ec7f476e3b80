type Value = string | number | boolean | null;

/** What the cells of a workbook hold: a value, or a formula still to be evaluated. */
export type Cells = (sheet: string | null, place: string) => { value: Value } | { formula: string };

const COLUMNS = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const numberOf = (value: Value) => (typeof value === 'number' ? value : 0);

/** The functions that the check formulas use, as spreadsheets define them. */
const FUNCTIONS = {
  IF: (test: boolean, yes: () => Value, no: () => Value) => (test ? yes() : no()),
  OR: (...tests: boolean[]) => tests.some(Boolean),
  ISNUMBER: (value: Value | Value[]) =>
    Array.isArray(value) ? value.map((one) => typeof one === 'number') : typeof value === 'number',
  SUMPRODUCT: (...ranges: Value[][]) =>
    (ranges[0] ?? []).reduce<number>(
      (sum, _, index) => sum + ranges.reduce((product, range) => product * numberOf(range[index] ?? null), 1),
      0,
    ),
  MIN: (range: Value[]) => Math.min(...range.filter((one) => typeof one === 'number')),
  FLOOR: (value: number, step: number) => Math.floor(value / step) * step,
  ABS: Math.abs,
};

/**
 * Evaluates a check formula by the rules of spreadsheets, independently of the engine: text counts as nothing in
 * SUMPRODUCT, an empty cell is empty text.
 */
export function evaluateFormula(formula: string, cells: Cells, sheet: string | null = null): Value {
  const read = (other: string | null, place: string): Value => {
    const found = cells(other ?? sheet, place);
    return 'formula' in found ? evaluateFormula(found.formula, cells, other ?? sheet) : found.value;
  };
  const range = (from: string, to: string): Value[] => {
    const [, letters = '', first = ''] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
    const last = /\d+$/.exec(to)?.[0] ?? first;
    if (COLUMNS(letters) !== COLUMNS(/^[A-Z]+/.exec(to)?.[0] ?? '')) throw new Error('a range is one column');
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
      read(null, `${letters}${Number(first) + index}`),
    );
  };
  const source = formula
    .replaceAll(
      /SUMPRODUCT\(ISNUMBER\(([A-Z]+\d+):([A-Z]+\d+)\)\*([A-Z]+\d+):([A-Z]+\d+)\)/g,
      'COUNTED("$1","$2","$3","$4")',
    )
    .replaceAll(/(?<!")\b([A-Z]+\d+):([A-Z]+\d+)\b/g, 'RANGE("$1","$2")')
    .replaceAll(
      /'((?:[^']|'')*)'!([A-Z]+\d+)/g,
      (_, name: string, place: string) => `READ(${JSON.stringify(name.replaceAll("''", "'"))},"${place}")`,
    )
    .replaceAll(/(?<!["A-Z])\b([A-Z]{1,2}\d+)\b(?!")/g, 'READ(null,"$1")')
    .replaceAll(/(?<![<>=])=(?!=)/g, '===');
  const counted = (a: string, b: string, c: string, d: string) =>
    range(a, b).reduce<number>(
      (sum, one, index) => sum + (typeof one === 'number' ? numberOf(range(c, d)[index] ?? null) : 0),
      0,
    );
  const names = {
    ...FUNCTIONS,
    IF: (test: boolean, yes: Value, no: Value) => (test ? yes : no),
    READ: read,
    RANGE: range,
    COUNTED: counted,
  };
  // Division by zero in the branch that is not taken gives NaN or Infinity here and an unseen error there.
  return new Function(...Object.keys(names), `return ${source};`)(...Object.values(names)) as Value;
}
