import type { InstitutionReturn } from '../../domain/institutions/count-returns.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import { LEVEL_MARKS } from '../../domain/profile/level-marks.ts';
import { markLegend } from '../../words/level-mark-words.ts';
import { markingWords, reportTitle } from '../parts/cover.ts';
import { clampText } from '../document/clamp-text.ts';
import type { DocumentContext, DocumentOptions } from '../parts/document-context.ts';
import { makeContext } from '../parts/document-context.ts';
import { SECTION_IDS } from '../document/document.ts';
import type { Assignments } from './assignments.ts';
import type { LetterStanding } from './standing.ts';
import type { LetterBlock, LetterDocument, LetterSection } from '../document/letter-document.ts';

export interface LetterInput {
  readonly report: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
  /** Explicit assignments of the round; empty where none were made. */
  readonly assignments: Assignments;
  /** Where the round stands, for a paper that says it; without it, what the report says. */
  readonly standing?: LetterStanding;
  /** How far the answers of each institution are here, for letters that ask for the rest; without it, those of `standing`. */
  readonly returns?: readonly InstitutionReturn[];
  /** Names of what indicators are related to, by crosswalk key; codes stand for themselves without it. */
  readonly crosswalks?: DocumentOptions['crosswalks'];
  /** When the paper is made: ISO date or instant. */
  readonly now: string;
  readonly toolVersion: string;
}

/** What every paper of the round is written from. */
export interface LetterContext extends DocumentContext {
  readonly assignments: Assignments;
  readonly standing: LetterStanding | null;
  readonly returns: readonly InstitutionReturn[];
  /** Of the institution that leads the exercise. */
  readonly lead: string;
  /** "by 30 October 2026", or room for a date. */
  readonly deadline: string;
  /** The day of the meeting; null where nobody said it. */
  readonly workshop: string | null;
  /** What a person wrote, typeset; null where there is nothing. */
  written(text: string | null): string | null;
}

/** Gathers what the papers need. */
export function makeLetterContext({
  report,
  framework,
  localiser,
  assignments,
  standing,
  returns = standing?.returns ?? [],
  crosswalks = new Map(),
  now,
  toolVersion,
}: LetterInput): LetterContext {
  const context = makeContext(report, framework, localiser, {
    sections: new Set(SECTION_IDS),
    crosswalks,
    now,
    toolVersion,
  });
  const { returnsDue, workshopDate } = report.round;
  const written = (text: string | null) => (text === null || text.trim() === '' ? null : localiser.text(text.trim()));
  return {
    ...context,
    assignments,
    standing: standing ?? null,
    returns,
    lead: context.institutionName(LEAD_INSTITUTION),
    deadline:
      returnsDue === null
        ? localiser.t('letters.noDate')
        : localiser.t('letters.by', { date: localiser.date(returnsDue) }),
    workshop: workshopDate === null ? null : localiser.date(workshopDate),
    written,
  };
}

const HASH_SHOWN = 12;
const HEAD_CHARACTERS = 90;
const MARKING_CHARACTERS = 60;

/** A paper with its running lines: who and what above, the version of the questions below. */
export function letterDocument(
  context: LetterContext,
  title: string,
  sections: readonly LetterSection[],
): LetterDocument {
  const { report, localiser, t, written } = context;
  const { round, framework } = report;
  const names = [written(round.country), title, written(round.title)].filter((part) => part !== null);
  return {
    language: localiser.language.code,
    direction: localiser.language.direction,
    title: names.join(' · '),
    head: clampText(names.join(' · '), HEAD_CHARACTERS),
    marking: clampText(markingWords(context) ?? '', MARKING_CHARACTERS),
    foot: t('letters.foot', {
      title: reportTitle(context),
      version: framework.version,
      hash: framework.hash.slice(0, HASH_SHOWN),
    }),
    watermark: round.fictional ? t('report.fictional.watermark') : null,
    sections,
  };
}

/** A section under a title; without one for letters, which have none. */
export function letterSection(
  id: string,
  title: string,
  blocks: readonly LetterBlock[],
  landscape = false,
): LetterSection {
  return { id, number: null, title, orientation: landscape ? 'landscape' : 'portrait', blocks };
}

/** The head of a letter: authority, number, place and date. */
export function letterhead({ report, lead, t, written }: LetterContext): LetterBlock {
  const country = written(report.round.country);
  return {
    kind: 'letterhead',
    authority: [...(country === null ? [] : [country]), lead, t('letters.secondLine')],
    reference: t('letters.reference'),
    place: t('letters.place'),
  };
}

/** What a letter is about. */
export function subjectWords({ report, t, written }: LetterContext): string {
  return t('letters.subject.assessment', { round: written(report.round.title) ?? t('letters.round.none') });
}

/** Who signs. */
export function senderOf({ t }: LetterContext): LetterBlock {
  return { kind: 'sender', lines: [t('letters.sender'), t('letters.signature.name')] };
}

/** What the signs beside a level mean, below what uses them. */
export function signNote({ localiser }: LetterContext): LetterBlock {
  return { kind: 'paragraph', role: 'note', text: `${markLegend(localiser, LEVEL_MARKS)}.` };
}

/** A paragraph of a letter. */
export function saying(text: string): LetterBlock {
  return { kind: 'paragraph', role: 'body', text };
}
