import type { PictureCaption } from '../../charts/make-picture-file.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

/** What the marks of a page or picture are read from. */
export type MarkedSession = Pick<AssessmentSession, 'report' | 'textsIn' | 'languageOfTexts'>;

/** What must stand on every page that circulates: marking, fictional data, status, title of the round. */
export function reportMarks({ round, status }: MarkedSession['report'], { t, text }: Localiser): string[] {
  return [
    round.marking === null ? '' : text(round.marking),
    round.fictional ? t('results.fictional') : '',
    t(`results.status.${status}`),
    round.title === null ? '' : text(round.title),
  ].filter((mark) => mark !== '');
}

/** What it is not, and what it was made with. */
export function frameworkLine(session: MarkedSession, localiser: Localiser): string {
  const { report } = session;
  const { code } = localiser.language;
  const review = report.framework.review[session.languageOfTexts(code)] ?? null;
  const title = localiser.text(session.textsIn(code).title);
  const framework = localiser.t('results.framework', { title, version: report.framework.version });
  const reviewed = review === null ? '' : ` (${localiser.t(`results.review.${review}`)})`;
  return `${localiser.t('results.notARanking')} · ${framework}${reviewed}`;
}

/** What goes with a picture wherever it is pasted. */
export function pictureCaption(session: MarkedSession, title: string, localiser: Localiser): PictureCaption {
  const { country } = session.report.round;
  const marks = reportMarks(session.report, localiser);
  return {
    title,
    marks: [...(country === null ? [] : [localiser.text(country)]), ...marks].join(' · '),
    foot: frameworkLine(session, localiser),
    direction: localiser.language.direction,
  };
}
