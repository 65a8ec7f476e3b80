import { textIn } from '../../domain/by-language.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import type { DocumentContext, DocumentOptions } from './document-context.ts';
import { makeContext } from './document-context.ts';
import { costWords, openCosts } from './cost-words.ts';
import { roomOf } from '../document/fit-room.ts';
import { SUMMARY_SIZES, SUMMARY_WIDTHS } from '../document/fit-summary.ts';
import { measureLead } from './measures.ts';

/** What is sought of whoever gets the report. */
export interface WordedDecision {
  readonly points: readonly string[];
  /** Nobody has confirmed the proposal. */
  readonly proposed: boolean;
  /** The figures have changed since somebody wrote it. */
  readonly outdated: boolean;
}

const { page, padding, decision: beside, number: numbered } = SUMMARY_WIDTHS;
/** A point takes its room on the summary page, so that none is cut. */
export const POINT_ROOM = roomOf(page - 2 * padding - beside - numbered, SUMMARY_SIZES.sentence, 3);
/** What a person may write of one, a little less than the room: words do not fill their lines. */
export const POINT_CHARACTERS = 120;

/** Points made from the measures; none while there are none. */
function proposeDecision(context: DocumentContext): string[] {
  const { report, t } = context;
  const { measures, costs } = report;
  if (measures.length === 0) return [];
  const kind = measures.some(({ written }) => written) ? 'measures' : 'priorities';
  const leaderless = measures.filter((measure) => measureLead(context, measure) === null).length;
  const cost = costWords(context, costs);
  return [
    t('report.decision.adopt', { count: measures.length, kind }),
    leaderless === 0 ? t('report.decision.confirmLeads') : t('report.decision.nameLeads', { count: leaderless }),
    cost === null
      ? t('report.decision.haveCosted', { count: measures.length, kind })
      : t('report.decision.provide', { cost, ...openCosts(context) }),
  ];
}

/**
 * The decision sought, in the language of the report: what a person wrote, else a proposal. Null where nothing is sought: in
 * the public edition, and once the report is validated.
 */
export function wordDecision(context: DocumentContext): WordedDecision | null {
  const { report, localiser } = context;
  const { decision, status } = report;
  if (decision === null || status === 'validated') return null;
  const written = textIn(decision.written, localiser.language.code);
  const points = (written?.points ?? []).map((point) => point.trim()).filter((point) => point !== '');
  if (written === undefined || points.length === 0) {
    return { points: proposeDecision(context), proposed: true, outdated: false };
  }
  const outdated = written.factsHash !== decision.factsHash;
  return { points: points.map((point) => localiser.text(point)), proposed: false, outdated };
}

/** What may be written of the decision in the language of the report: the points as they stand, and how they came about. */
export interface EditableDecision extends WordedDecision {
  readonly factsHash: string;
}

/** The decision sought for whoever edits it; null where none is sought. */
export function editableDecision(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): EditableDecision | null {
  const decision = wordDecision(makeContext(report, framework, localiser, options));
  if (decision === null || report.decision === null) return null;
  const written = textIn(report.decision.written, localiser.language.code);
  const points = decision.proposed ? decision.points : (written?.points ?? []);
  return { ...decision, points, factsHash: report.decision.factsHash };
}
