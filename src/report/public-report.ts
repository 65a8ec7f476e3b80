import { onlyPublic, PUBLIC_MEMBERS } from './public-members.ts';
import type { Report } from './report.ts';

/** Says how far opinions differed: a matter of the room. */
const OF_THE_ROOM = 'summary.differing';

/**
 * What may leave the house of a report: the same numbers, with public evidence only, and of everything else what
 * `public-members.ts` names. Every format of the public edition is made from this object, so that what is not named there is
 * in none of them. docs/methodology.md section 8.
 */
export function publicReport(report: Report): Report {
  const evidence = report.evidence.filter(({ access }) => access === 'public');
  const known = new Set(evidence.map(({ id }) => id));
  const whole: Report = {
    ...report,
    edition: 'public',
    indicators: report.indicators.map((one) => ({ ...one, evidence: one.evidence.filter((id) => known.has(id)) })),
    evidence,
    sentences: report.sentences.filter(({ id }) => id !== OF_THE_ROOM),
  };
  return onlyPublic(whole, PUBLIC_MEMBERS) as Report;
}
