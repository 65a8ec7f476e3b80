import { withWordsHere } from '../content/local-terms.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { ReportFormat } from '../export/formats.ts';
import { REPORT_FORMATS, writePaper } from '../export/formats.ts';
import { awaitedReturns } from '../domain/institutions/count-returns.ts';
import { papersFor } from '../export/letters/paper-ids.ts';
import { listParts } from '../export/parts/build-document.ts';
import type { DocumentOptions } from '../export/parts/document-context.ts';
import { partsOfEdition } from '../export/parts/parts-of-edition.ts';
import { optionsOf } from '../export/parts/report-presets.ts';
import { findLanguage } from '../i18n/languages.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { ReportInput } from '../report/build-report.ts';
import { buildReport, robustnessOf } from '../report/build-report.ts';
import { publicReport } from '../report/public-report.ts';
import { runIfStarted } from './command-io.ts';
import { makePdfHere } from './make-pdf-here.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { readLocaliser } from './read-catalogue.ts';
import { readCrosswalks } from './read-crosswalks.ts';
import { INPUT_OPTIONS, inputPaths, readFileInput, readInput } from './read-input.ts';
import type { ReportWishes } from './report-wishes.ts';
import { readWishes, WISH_OPTIONS } from './report-wishes.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { readToolVersion } from './tool-version.ts';

import { checkOutput, writeOutput } from './write-output.ts';

/** The round before that `--previous` names, or null. */
async function readPrevious(args: Arguments): Promise<Result<ReportInput | null>> {
  const path = args.values.get('previous');
  return path === undefined ? { ok: true, value: null, advice: [] } : readFileInput(path, args);
}

/** The language of the report: the one asked for, else the one that the assessment names, as in the app. */
function localiserOf(args: Arguments, input: ReportInput, messages: Localiser): Localiser {
  const own = input.state.round.reportLanguage ?? null;
  const found = args.values.has('lang') || own === null ? undefined : findLanguage(own);
  return found === undefined ? messages : readLocaliser(found);
}

/** The formats that print the parts of a document: without any part nothing is left of them. */
const OF_PARTS: ReadonlySet<ReportFormat> = new Set<ReportFormat>(['pdf', 'docx']);

/**
 * The file that is wanted. Code: `command.noPublicPart` (parts), where the decision to publish names none of the parts asked
 * for. Advice of the PDF: `command.missingCharacters` (characters).
 */
async function write(
  input: ReportInput,
  previous: ReportInput | null,
  wishes: ReportWishes,
  localiser: Localiser,
): Promise<Result<Uint8Array>> {
  const framework = withWordsHere(input.framework, input.state.round.localWords);
  const whole = buildReport({
    ...input,
    ...(previous === null ? {} : { previous }),
    robustness: robustnessOf(input),
  });
  const made = { now: new Date().toISOString(), toolVersion: readToolVersion() };
  if (wishes.paper !== null) {
    const { assignments } = input.state;
    const known = papersFor(framework.structure.id);
    if (!known.includes(wishes.paper)) {
      const params = { paper: wishes.paper, known: known.join(', ') };
      return { ok: false, problems: [problem('command.unknownPaper', '', [], params)] };
    }
    const crosswalks = readCrosswalks(framework);
    const inScope = whole.indicators.filter(({ status }) => status !== 'out-of-scope').map(({ id }) => id);
    const returns = awaitedReturns(input.state, inScope);
    const paper = { report: whole, framework, localiser, assignments, returns, crosswalks, ...made };
    const bytes = await writePaper(wishes.paper, paper, wishes.format);
    return { ok: true, value: bytes, advice: [] };
  }
  const { second } = wishes;
  const report = wishes.edition === 'public' ? publicReport(whole) : whole;
  const options: DocumentOptions = {
    ...optionsOf(wishes.preset),
    gapTable: wishes.gapTable,
    second: second === null || second.code === localiser.language.code ? null : readLocaliser(second),
    crosswalks: readCrosswalks(framework),
    ...made,
  };
  const allowed = partsOfEdition(report);
  if (OF_PARTS.has(wishes.format) && ![...options.sections].some((id) => allowed.has(id))) {
    const titles = listParts(localiser).filter(({ id }) => allowed.has(id));
    const parts = localiser.list(titles.map(({ title }) => title));
    return { ok: false, problems: [problem('command.noPublicPart', '', [], { parts: parts === '' ? 'none' : parts })] };
  }
  const { bytes, missing } = await REPORT_FORMATS[wishes.format].write(
    { report, framework, localiser, options },
    { makePdf: makePdfHere },
  );
  const characters = missing.join(' ');
  const advice = missing.length === 0 ? [] : [problem('command.missingCharacters', '', [], { characters }, 'advice')];
  return { ok: true, value: bytes, advice };
}

const problemsOf = (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems);

async function runReport(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const wishes = readWishes(args);
  const out = args.values.get('out');
  const place = out === undefined ? null : checkOutput(out, inputPaths(args));
  const input = await readInput(args);
  const previous = await readPrevious(args);
  if (!wishes.ok || !input.ok || !previous.ok || place !== null || context.pending.length > 0) {
    const found = [wishes, input, previous].map(problemsOf);
    return refuse(context, [...(found[0] ?? []), ...(place === null ? [] : [place]), ...found.slice(1).flat()]);
  }
  const localiser = localiserOf(args, input.value, context.localiser);
  const written = await write(input.value, previous.value, wishes.value, localiser);
  if (!written.ok) return refuse(context, written.problems);
  const { value: bytes, advice } = written;
  const failed = out === undefined ? null : writeOutput(out, bytes);
  if (failed !== null) return refuse(context, [failed]);
  const said = [...input.advice, ...previous.advice, ...advice];
  if (said.length > 0) context.io.err(problemMessage(context.localiser, said));
  if (out === undefined) context.io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return 0;
}

/** The report of an answer sheet or an assessment file, without a screen: to a file, or as text on the output. */
export const run = commandLine({
  usage: 'commands.report.usage',
  options: { ...INPUT_OPTIONS, ...WISH_OPTIONS, previous: 'value' },
  takesFiles: false,
  run: runReport,
});

await runIfStarted(import.meta.url, run);
