import { decideAnswers } from '../domain/assessment/decide-answers.ts';
import { referenceOf, textsIn } from '../domain/framework/framework.ts';
import { scoreFramework } from '../domain/scoring/score-framework.ts';
import type { ScoreNode, ScoreTree } from '../domain/scoring/score-tree.ts';
import { PRESENT_ENGINE, versionOfEngine } from '../domain/scoring/engine.ts';
import type { ReportInput } from '../report/build-report.ts';
import { runIfStarted } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { INPUT_OPTIONS, readInput } from './read-input.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';

function scoreInput({ framework, state, engine = PRESENT_ENGINE }: ReportInput): ScoreTree {
  const outOfScope = new Set(state.round.outOfScope ?? []);
  return scoreFramework(framework, decideAnswers(state, framework), { outOfScope, engine });
}

/** The tree as lines for people: score, coverage and title, indented by depth. */
function treeLines({ framework }: ReportInput, tree: ScoreTree, { localiser }: CommandContext): string[] {
  const texts = textsIn(framework, localiser.language.code);
  const nodes = [...tree.domains, ...tree.subdomains, ...tree.indicators];
  const titleOf = ({ id, kind }: ScoreNode) => {
    if (kind === 'overall') return localiser.t('commands.score.overall');
    const list = { domain: texts.domains, subdomain: texts.subdomains, indicator: texts.indicators }[kind];
    return `${id} ${localiser.text(list?.[id]?.title ?? '')}`;
  };
  const lineOf = (node: ScoreNode, depth: number) => {
    const score = node.shown === null ? '–' : localiser.number(node.shown, node.kind === 'overall' ? 1 : 0);
    return `${score.padStart(5)}  ${`${node.answered}/${node.applicable}`.padStart(7)}  ${'  '.repeat(depth)}${titleOf(node)}`;
  };
  const below = (parent: string, depth: number): string[] =>
    nodes
      .filter((node) => node.parent === parent)
      .flatMap((node) => [lineOf(node, depth), ...(node.kind === 'indicator' ? [] : below(node.id, depth + 1))]);
  const overall = tree.overall === null || framework.structure.method.overall === 'hidden' ? [] : [tree.overall];
  return [...overall.map((node) => lineOf(node, 0)), ...below('overall', 0)];
}

async function runScore(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const input = await readInput(args);
  if (!input.ok || context.pending.length > 0) return refuse(context, input.ok ? [] : input.problems);
  if (input.advice.length > 0) context.io.err(problemMessage(context.localiser, input.advice));
  const tree = scoreInput(input.value);
  if (args.flags.has('json')) {
    const { overall, domains, subdomains, indicators } = tree;
    const framework = referenceOf(input.value.framework);
    const engine = versionOfEngine(input.value.engine ?? PRESENT_ENGINE);
    const printed = { framework, engine, overall, domains, subdomains, indicators };
    context.io.out(`${JSON.stringify(printed, null, 2)}\n`);
  } else {
    const heading = context.localiser.t('commands.score.heading');
    context.io.out(`${[heading, ...treeLines(input.value, tree, context)].join('\n')}\n`);
  }
  return 0;
}

/** The score tree of an answer sheet or an assessment file, as JSON or as lines. */
export const run = commandLine({
  usage: 'commands.score.usage',
  options: { ...INPUT_OPTIONS, json: 'flag' },
  takesFiles: false,
  run: runScore,
});

await runIfStarted(import.meta.url, run);
