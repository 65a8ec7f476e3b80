import type { FittedText, Run, SummaryPage } from '../document/document.ts';
import { clampText } from '../document/clamp-text.ts';
import { fitPlain, fitRuns, roomOf } from '../document/fit-room.ts';
import { SUMMARY_SIZES, SUMMARY_WIDTHS } from '../document/fit-summary.ts';
import { coverageWords } from './about.ts';
import type { DocumentContext } from './document-context.ts';
import { POINT_ROOM, wordDecision } from './word-decision.ts';
import { wordSentence } from './word-sentence.ts';

const SUBTITLE = roomOf(SUMMARY_WIDTHS.page, SUMMARY_SIZES.sentence, 2);
const NOTE = roomOf(SUMMARY_WIDTHS.decision, SUMMARY_SIZES.legend, 2);
/** Most of each sentence, also on slides and in letters. */
const SENTENCE_CHARACTERS = 270;
const CHANGE = roomOf(SUMMARY_WIDTHS.page, SUMMARY_SIZES.sentence, 2);

/** Whether it is an example, of whom, and as at when; once it is validated, that. */
export function subtitleOf({ report, t, localiser, face }: DocumentContext): FittedText | null {
  const { round, validation } = report;
  const write = (text: string | null) => (text === null || text.trim() === '' ? [] : [localiser.text(text.trim())]);
  const forum = validation?.forum ?? null;
  const parts = [
    ...(round.fictional ? [t('report.fictional.example')] : []),
    ...(round.closingDate === null ? [] : [t('report.cover.closingDate', { date: localiser.date(round.closingDate) })]),
    ...(validation?.date
      ? [
          t('report.signature.validated', {
            date: localiser.date(validation.date),
            forum: forum === null ? 'none' : localiser.text(forum),
          }),
        ]
      : []),
  ].map((text): Run => ({ text }));
  // What somebody is called keeps its own direction.
  const named = write(round.lead).map((text): Run => ({ text, apart: true }));
  const runs = [...parts, ...named].flatMap((run, index) => (index === 0 ? [run] : [{ text: ' · ' }, run]));
  return runs.length === 0 ? null : fitRuns([], runs, SUBTITLE, face);
}

/** What is sought, and whether somebody has confirmed it. */
export function decisionOf(context: DocumentContext): SummaryPage['decision'] {
  const { t, face } = context;
  const decision = wordDecision(context);
  if (decision === null) return null;
  const { points, proposed, outdated } = decision;
  const words = points.length === 0 ? [t('report.decision.none')] : points;
  const note =
    points.length === 0
      ? null
      : proposed
        ? t('report.decision.proposed')
        : outdated
          ? t('report.decision.outdated')
          : null;
  return {
    heading: t('report.decision'),
    note: note === null ? null : fitPlain(note, NOTE, face),
    points: words.map((point) => fitPlain(point, POINT_ROOM, face)),
    isSought: points.length > 0,
  };
}

/** What is said of the levels: a person's words, else generated ones. */
export function sentencesOf(context: DocumentContext): string[] {
  const { sentences, coverage } = context.report;
  const own = sentences.filter(
    ({ id, edited }) =>
      id.startsWith('summary.') && id !== 'summary.differing' && (id !== 'summary.rated' || edited !== null),
  );
  const words = own
    .flatMap((sentence) => wordSentence(context, sentence) ?? [])
    .map((text) => clampText(text, SENTENCE_CHARACTERS));
  if (words.length > 0 || coverage.applicable === 0) return words;
  return [context.t(coverage.answered === 0 ? 'report.summary.nothingRated' : 'report.summary.noSentence')];
}

/** "88 levels agreed · 13 provisional · 5 not known. Across all of these: positions differ on 12; 75 documented." */
export function groundsWords(context: DocumentContext): string {
  const { report, t } = context;
  const { coverage, grounds } = report;
  if (coverage.applicable === 0 || coverage.answered === 0) return coverageWords(context);
  const { agreed, provisional, alone, differing, documented } = grounds;
  const said = (key: Parameters<typeof t>[0], count: number | null) =>
    count === null || count === 0 ? [] : [t(key, { count })];
  const states = [
    ...(agreed + provisional > 0 ? [t('report.grounds.agreed', { count: agreed })] : []),
    ...said('report.grounds.provisional', provisional),
    ...said('report.grounds.alone', alone),
    ...said('report.grounds.unknown', coverage.unknown),
    ...said('report.coverage.unanswered', coverage.unanswered),
  ];
  // Whatever state a level is in: these are counted above already.
  const among = [...said('report.grounds.differing', differing), t('report.grounds.documented', { count: documented })];
  return `${states.join(' · ')}. ${t('report.grounds.among', { parts: among.join(t('report.separator')) })}`;
}

/** What moved since the round before; null without one, and as long as nothing stands beside a level of it. */
export function changeWords({ report, t, localiser }: DocumentContext): string | null {
  const { comparison } = report;
  if (comparison === null) return null;
  const { comparable, moved, previous } = comparison;
  const when = previous.closingDate === null ? 'none' : localiser.date(previous.closingDate);
  if (!comparable) return t('report.change.notComparable', { when });
  return moved.up + moved.down + moved.same === 0 ? null : t('report.change', { ...moved, when });
}

/** The same in its room on the page. */
export function changeOf(context: DocumentContext): FittedText | null {
  const words = changeWords(context);
  return words === null ? null : fitPlain(words, CHANGE, context.face);
}
