import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOf } from '../src/cli/command-failure.ts';
import { checkOutput } from '../src/cli/write-output.ts';
import { textOfCell } from '../src/domain/intake/cells.ts';
import { splitLongTexts } from '../src/export/xlsx/sheet-table.ts';
import { writeSheets } from '../src/export/xlsx/write-sheets.ts';
import { readWorkbook } from '../src/file/read-workbook.ts';
import type { Language } from '../src/i18n/languages.ts';
import { DEFAULT_LANGUAGE, findLanguage, LANGUAGES } from '../src/i18n/languages.ts';
import { translationFaults } from './check-translation.ts';
import type { TranslationText } from './translation-texts.ts';
import { readTranslationTexts, withTexts } from './translation-texts.ts';

const USAGE = `Usage: npm run -s texts -- [--missing] [--lang <code>] [--export <x.xlsx> [--replace]] [--import <x.xlsx>]
Without more: how many texts of each language are there, by state. --missing lists those that are missing, faulty or as in
English. --lang <code> --export writes all texts of a language beside their English, each with its state, over a file that
is there only with --replace; --import checks such a file and writes its texts into the language files, all of them or none.
docs/translators.md section 3.
`;

const REFUSED: Readonly<Record<string, string>> = {
  'command.outIsThere':
    'there is a file of this name, which may hold a translation. Choose another name, or add --replace.',
  'command.outIsLink': 'this is a link. Name the file itself.',
  'command.outIsNoFile': 'this is a device or a pipe. Name a file.',
  'command.outIsAssessment': 'this is an assessment. Choose another name.',
  'command.isFolder': 'this is a folder. Name a file.',
  'command.noFolder': 'its folder does not exist. Create it first.',
};

const keyOf = ({ file, path }: Pick<TranslationText, 'file' | 'path'>) => `${file} ${path.join('/')}`;
/** As a cell gives a text back. */
const inCell = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim();
/** Space at the ends of some messages stands between words: a cell does not keep it. */
const withEdges = (text: string, like: string) =>
  `${/^\s*/.exec(like)?.[0] ?? ''}${text}${/\s*$/.exec(like)?.[0] ?? ''}`;
const WANTING: readonly string[] = ['missing', 'faulty', 'as in English'];

/** A language that is not in the list yet may be begun; its code becomes the name of a folder. */
function languageOf(code: string): Language {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code))
    throw new Error(`--lang ${code} is no code of a language, such as sw`);
  return findLanguage(code) ?? { code, name: code, direction: 'ltr', locale: code };
}

function describe({ code, locale }: Language, lists: boolean): string {
  const texts = readTranslationTexts(code, locale);
  const counts = new Map<string, number>();
  for (const { state } of texts) counts.set(state, (counts.get(state) ?? 0) + 1);
  const meter = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  const wanting = texts.filter(({ state }) => lists && WANTING.includes(state));
  return [
    `${code}: ${texts.length} texts: ${meter}`,
    ...wanting.map((one) => `  ${keyOf(one)}: ${one.state}${one.faults.map((fault) => `, ${fault}`).join('')}`),
  ].join('\n');
}

/** All texts of a language as a workbook: English and translation side by side. */
export function writeTexts({ code, name, direction, locale }: Language): Promise<Uint8Array> {
  const rows = readTranslationTexts(code, locale).map((one) => [one.source, one.text, one.state, keyOf(one)]);
  const columns = [
    { title: 'English', width: 70 },
    { title: name, width: 70 },
    { title: 'State', width: 14 },
    { title: 'Place', width: 50 },
  ];
  const sheet = { name: code, columns, rows: splitLongTexts(rows), sticky: 1 };
  return writeSheets([sheet], { rightToLeft: direction === 'rtl', head: `Sextant: ${name}`, language: code });
}

interface TextsTaken {
  /** Files to write, by name; none where something is wrong. */
  readonly files: ReadonlyMap<string, string>;
  readonly changed: number;
  readonly faults: readonly string[];
}

/** What a workbook of texts would change, or all that is wrong with it: then nothing is changed. */
export async function takeTexts(bytes: Uint8Array, { code, locale }: Language): Promise<TextsTaken> {
  const nothing = (...faults: string[]) => ({ files: new Map<string, string>(), changed: 0, faults });
  const read = await readWorkbook(bytes);
  if (!read.ok) return nothing(...read.problems.map((one) => `The workbook cannot be read: ${one.code}`));
  const known = new Map(readTranslationTexts(code, locale).map((one) => [keyOf(one), one]));
  const rows = (read.value[0]?.rows ?? []).slice(1).map((row) => row.map(textOfCell));
  const given = new Map<string, { source: string; text: string }>();
  let last = '';
  for (const [source = '', text = '', , place = ''] of rows) {
    // A text longer than a cell goes on below.
    if (place !== '') last = place;
    const before = place === '' ? given.get(last) : undefined;
    given.set(last, { source: `${before?.source ?? ''}${source}`, text: `${before?.text ?? ''}${text}` });
  }
  const faults: string[] = [];
  const changed: TranslationText[] = [];
  for (const [place, { source, text: cell }] of given) {
    const one = known.get(place);
    const text = withEdges(cell, one?.source ?? '');
    if (one === undefined) faults.push(`${place}: no such text`);
    else if (cell === '' || cell === inCell(one.text ?? '')) continue;
    else if (source !== inCell(one.source)) faults.push(`${place}: the English has changed since: ${one.source}`);
    else {
      const wrong = translationFaults(one.source, text, one.file.includes('/messages/'), locale);
      faults.push(...wrong.map((fault) => `${place}: ${fault}`));
      changed.push({ ...one, text });
    }
  }
  if (faults.length > 0) return nothing(...faults);
  return { files: withTexts(changed), changed: changed.length, faults };
}

/** Writes the workbook, or gives why it cannot: a translation that somebody works on is not written over unasked. */
export async function exportTexts(path: string, language: Language, replaces: boolean): Promise<string | null> {
  const found = checkOutput(path, [], replaces ? 'assessments' : 'all');
  if (found !== null) return `${path}: ${REFUSED[found.code] ?? `it cannot be written there (${found.code}).`}`;
  writeFileSync(path, await writeTexts(language));
  return null;
}

async function run(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { lang: text, export: text, import: text, missing: flag, replace: flag, help: flag };
  const { values } = parseArgs({ args: [...argv], options });
  const moves = values.export ?? values.import;
  if (values.help === true || (moves !== undefined && values.lang === undefined)) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 1;
  }
  const language = values.lang === undefined ? null : languageOf(values.lang);
  if (language !== null && values.export !== undefined) {
    const refused = await exportTexts(values.export, language, values.replace === true);
    if (refused !== null) {
      process.stderr.write(`${refused} Nothing was written.\n`);
      return 1;
    }
  }
  if (language !== null && values.import !== undefined) {
    const { files, changed, faults } = await takeTexts(readFileSync(values.import), language);
    for (const [file, content] of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const outcome = [`${changed} texts changed in ${files.size} files`, ...files.keys()];
    process.stdout.write(`${(faults.length > 0 ? ['Nothing was changed:', ...faults] : outcome).join('\n')}\n`);
    return faults.length > 0 ? 1 : 0;
  }
  const all = language === null ? LANGUAGES.filter(({ code }) => code !== DEFAULT_LANGUAGE.code) : [language];
  process.stdout.write(`${all.map((one) => describe(one, values.missing === true)).join('\n')}\n`);
  return 0;
}

/** Ends with what is wrong and with 1, never with the lines of a program. */
export async function runSaid(argv: readonly string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    const reason = reasonOf(error);
    const message = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    process.stderr.write(
      `${message}${reason === '' || message?.includes(reason) === true ? '' : ` (${reason})`}\n${USAGE}`,
    );
    return 1;
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await runSaid(process.argv.slice(2));
