import { decideAnswers } from '../domain/assessment/decide-answers.ts';
import { readAssessment } from '../domain/assessment/read-assessment.ts';
import type { Reliability } from '../domain/consensus/measure-reliability.ts';
import { measureReliability } from '../domain/consensus/measure-reliability.ts';
import type { WeightedKappa } from '../domain/consensus/weighted-kappa.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf, textsIn } from '../domain/framework/framework.ts';
import { fold } from '../domain/registers/fold.ts';
import { compareFrameworks } from '../domain/framework/frameworks-match.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import { runIfStarted } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { PASSPHRASE_OPTION, readSextantAt } from './read-sextant-path.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';

const DECIMALS = 2;

const answersOf = ({ journal, framework }: SextantFile) =>
  decideAnswers(readAssessment(fold(journal.entries), framework), framework);

function kappaWords({ n, agreement, kappa, low, high }: WeightedKappa, { localiser }: CommandContext): string {
  const number = (value: number | null) => (value === null ? '–' : localiser.number(value, DECIMALS));
  return localiser.t('commands.reliability.line', {
    n,
    agreement: agreement === null ? '–' : localiser.percent(agreement),
    kappa: number(kappa),
    low: number(low),
    high: number(high),
  });
}

function lines(framework: Framework, reliability: Reliability, context: CommandContext): string[] {
  const { t, text, language } = context.localiser;
  const texts = textsIn(framework, language.code);
  const { indicators, domains, all, leftOut } = reliability;
  return [
    all === null ? t('commands.reliability.scalesDiffer') : kappaWords(all, context),
    ...domains.map((domain) => `${text(texts.domains[domain.id]?.title ?? domain.id)}: ${kappaWords(domain, context)}`),
    t('commands.reliability.leftOut', leftOut),
    ...indicators
      .filter(({ distance }) => distance !== null && distance > 0)
      .map(({ id, distance }) => t('commands.reliability.apart', { id, distance: distance ?? 0 })),
  ];
}

async function runReliability(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const [one, other, ...more] = args.positionals;
  if (one === undefined || other === undefined || more.length > 0) {
    return refuse(context, [problem('command.twoFiles', '', [])]);
  }
  const [first, second] = [await readSextantAt(one, args), await readSextantAt(other, args)];
  const wrong = [first, second].flatMap((read): readonly Problem[] => (read.ok ? [] : read.problems));
  if (!first.ok || !second.ok || context.pending.length > 0) return refuse(context, wrong);
  const { framework } = first.value;
  const found = compareFrameworks(framework, second.value.framework);
  if (found.some(({ severity }) => severity === 'error')) return refuse(context, found);
  const advice = [...first.advice, ...second.advice, ...found];
  if (advice.length > 0) context.io.err(problemMessage(context.localiser, advice));
  const reliability = measureReliability(framework, answersOf(first.value), answersOf(second.value));
  const printed = args.flags.has('json')
    ? JSON.stringify({ framework: referenceOf(framework), ...reliability }, null, 2)
    : lines(framework, reliability, context).join('\n');
  context.io.out(`${printed}\n`);
  return 0;
}

/** How far two teams that answered apart from each other came to the same levels, as JSON or as lines. */
export const run = commandLine({
  usage: 'commands.reliability.usage',
  options: { json: 'flag', ...PASSPHRASE_OPTION },
  takesFiles: true,
  run: runReliability,
});

await runIfStarted(import.meta.url, run);
