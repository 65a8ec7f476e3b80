import type { JourneyCounts } from '../../domain/journey/count-journey.ts';
import type { ValidatedBy } from '../../domain/journey/read-outlook.ts';
import type { NextStep } from '../../domain/journey/stages.ts';
import type { Localiser } from '../../i18n/localiser.ts';

interface Standing {
  readonly counts: JourneyCounts;
  readonly next: NextStep;
  readonly validated: ValidatedBy | null;
}

/** One sentence: where a round stands. */
export function nowWords({ counts, next, validated }: Standing, localiser: Localiser): string {
  return localiser.t(`journey.now.${next.kind}`, {
    ...counts,
    answered: counts.own - counts.ownOpen,
    rated: counts.agreed + counts.toAgree,
    date: localiser.date(validated?.date ?? ''),
    by: localiser.text(validated?.by ?? ''),
  });
}
