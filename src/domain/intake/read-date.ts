import { isWithin, ROUND_DAYS } from '../day-span.ts';
import type { WorkbookCell } from './cells.ts';
import { textOfCell, USUAL_DAY_ZERO } from './cells.ts';
import { COUNTING_WORDS, countingWords } from './counting-words.ts';
import { bareWord } from './spellings.ts';

/** Serial numbers of days that nobody means as something else: from 1954 to 2173 in most programs. */
const SERIAL_DAYS = { from: 20_000, to: 100_000 };
const DAY_MS = 86_400_000;

/**
 * A cell as a date, ISO 8601; `date: ''` for an empty one. Otherwise the dates that it could be, none where it is none.
 */
export type ReadDate = { readonly date: string } | { readonly couldBe: readonly string[] };

const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(COUNTING_WORDS).flatMap(({ months }) =>
    months.flatMap((words, index) => words.map((word) => [inOne(word), index + 1] as const)),
  ),
);
/** Names of months that are two words. */
const OF_TWO_WORDS = Object.values(COUNTING_WORDS).flatMap(({ months }) =>
  months.flat().filter((word) => word.includes(' ')),
);
/** What Arabic writes behind a year of this calendar. */
const YEAR_SIGN = /(?<=\d{4} ?)م(?!\p{L})/u;
/** Days of the week, Monday is 0. */
const WEEKDAYS = new Map<string, number>(
  Object.values(COUNTING_WORDS).flatMap(({ weekdays }) =>
    weekdays.flatMap((words, index) => words.map((word) => [word, index] as const)),
  ),
);
const NOISE = new Set([...countingWords(({ dateNoise }) => dateNoise), ...WEEKDAYS.keys()]);
/** What stands before a date in figures: "le", "lundi". */
const LEAD = new RegExp(`^(?:(?:${[...NOISE].join('|')})[ ,.]+)+`);
const PARTS = /[\s,./-]+/;
const FIRST = new Set(countingWords(({ numbers }) => numbers[0] ?? []));
/** Of Tuesday and of March in French and Spanish. */
const WEEKDAY_OR_MONTH = 'mar';
/** What programs write behind a day that has a time. */
const TIME = /(?<![t ,])[t ,]+\d{1,2}(?:[:h]\d{2}){1,2}(?:[.,]\d+)?\s*(?:am|pm|a\.m|p\.m|z|utc|gmt|[+-]\d{2}:?\d{2})?$/;
const ORDINAL = new RegExp(`^(\\d{1,2})(?:${countingWords(({ ordinals }) => ordinals).join('|')})$`);

/** A name of two words kept together where words are taken apart. */
function inOne(word: string): string {
  return word.replace(' ', '_');
}

function isoDate(year: number, month: number, day: number): string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const iso = isDay ? date.toISOString().slice(0, 10) : '';
  return isDay && isWithin(ROUND_DAYS, iso) ? [iso] : [];
}

/** Of two digits both centuries are asked about, as far as dates reach. */
function yearsOf(text: string): readonly number[] {
  const year = Number(text);
  return text.length === 2 ? [2000 + year, 1900 + year, 2100 + year] : [year];
}

function asRead(dates: readonly string[], isCertain: boolean): ReadDate {
  const couldBe = [...new Set(dates)];
  const [only] = couldBe;
  return isCertain && only !== undefined && couldBe.length === 1 ? { date: only } : { couldBe };
}

/** Day and month in figures: both orders are usual, so that what can be either is asked about. */
function inFigures(first: number, second: number, year: string): ReadDate {
  const dates = yearsOf(year).flatMap((one) => [...isoDate(one, second, first), ...isoDate(one, first, second)]);
  return asRead(dates, year.length === 4);
}

/** `le 1er décembre 2026`, `December 1st, 2026`, `1-déc.-26`; one month may have two names, `كانون الثاني/يناير`. */
function inWords(text: string): ReadDate {
  const written = OF_TWO_WORDS.reduce((before, name) => before.replaceAll(name, inOne(name)), text)
    .split(PARTS)
    .map((part) => ORDINAL.exec(part)?.[1] ?? (FIRST.has(part) ? '1' : part))
    .filter((part) => part !== '' && !NOISE.has(part));
  const isWeekday = new Set(written.flatMap((part) => MONTHS.get(part) ?? [])).size > 1;
  const parts = written.filter((part) => !(isWeekday && part === WEEKDAY_OR_MONTH));
  const named = parts.flatMap((part) => MONTHS.get(part) ?? []);
  const months = new Set(named);
  const figures = parts.filter((part) => /^\d+$/.test(part));
  const [month] = months;
  const isWhole = parts.length === named.length + figures.length && figures.length === 2;
  if (month === undefined || months.size > 1 || !isWhole) return { couldBe: [] };
  const [year = '', day = ''] = figures[0]?.length === 4 ? figures : [...figures].reverse();
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return { couldBe: [] };
  const isCertain = year.length === 4;
  return asRead(
    yearsOf(year).flatMap((one) => isoDate(one, month, Number(day))),
    isCertain,
  );
}

/** Null where something else stands there than figures. */
function inFiguresOnly(text: string): ReadDate | null {
  const [, year, month, day] = /^(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})(?:[t ]\d.*)?$/.exec(text) ?? [];
  if (year !== undefined) return asRead(isoDate(Number(year), Number(month), Number(day)), true);
  const [, first, second, last] = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(text) ?? [];
  return first === undefined || last === undefined ? null : inFigures(Number(first), Number(second), last);
}

const weekdayOf = (iso: string) => (new Date(iso).getUTCDay() + 6) % 7;

/** Where another day of the week stands beside a date, one of the two is wrong: that is asked about. */
function besideWeekday(text: string, read: ReadDate): ReadDate {
  const said = new Set(text.split(PARTS).flatMap((part) => WEEKDAYS.get(part) ?? []));
  if (said.size === 0 || !('date' in read) || said.has(weekdayOf(read.date))) return read;
  return { couldBe: [read.date] };
}

/**
 * The date that stands in a cell, typed as one or as text in the usual ways of any language of the app. What can be
 * read in two ways (`03/04/2027`), has a year of two digits or another day of the week beside it is not guessed. A
 * number counts days from `dayZero` (ISO 8601).
 */
export function readDate(cell: WorkbookCell, dayZero = USUAL_DAY_ZERO): ReadDate {
  if (typeof cell === 'number') {
    const isSerial = cell >= SERIAL_DAYS.from && cell <= SERIAL_DAYS.to;
    if (!isSerial) return { couldBe: [] };
    const date = new Date(Date.parse(dayZero) + Math.floor(cell) * DAY_MS);
    return asRead(isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), true);
  }
  if (textOfCell(cell) === '') return { date: '' };
  const text = bareWord(textOfCell(cell)).replace(TIME, '').replace(YEAR_SIGN, '').trim();
  return besideWeekday(text, inFiguresOnly(text.replace(LEAD, '')) ?? inWords(text));
}
