import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

type Robustness = NonNullable<Report['robustness']>;

const NEARLY_ALL = 0.995;
const HALF = 0.5;
/** A domain that leads in fewer draws than this is not worth naming. */
const WORTH_NAMING = 0.05;

/** A share of the draws; never "all" or "none" where it is only nearly so. */
export function shareWords(share: number, { t, percent }: Localiser): string {
  if (share < 1 && share >= NEARLY_ALL) return t('results.robust.nearlyAll', { share: percent(0.99) });
  if (share > 0 && share < 1 - NEARLY_ALL) return t('results.robust.nearlyNone', { share: percent(0.01) });
  return percent(share);
}

/** Which domain has most room under the weightings: one that leads in most of them, or several, or nothing to compare. */
function mostRoomSentence(robustness: Robustness, words: FrameworkWords, localiser: Localiser): string | null {
  const shares = robustness.domains
    .flatMap(({ id, lowestShare }) => (lowestShare === null ? [] : [{ id, share: lowestShare }]))
    .sort((a, b) => b.share - a.share);
  const [first] = shares;
  if (first === undefined) return null;
  const said = (share: number) => shareWords(share, localiser);
  if (first.share > HALF) {
    return localiser.t('results.robust.mostRoom', { domain: words.domain(first.id), share: said(first.share) });
  }
  const named = shares.filter(({ share }) => share >= WORTH_NAMING);
  if (named.length === 0) return localiser.t('results.robust.mostRoomTie');
  const parts = named.map(({ id, share }) =>
    localiser.t('results.robust.share', { domain: words.domain(id), share: said(share) }),
  );
  return localiser.t('results.robust.mostRoomDepends', { parts: localiser.list(parts) });
}

/** What another method would change of the domain that the report names. */
function variantSentences(report: Report, robustness: Robustness, words: FrameworkWords, localiser: Localiser) {
  if (report.mostRoom === null) return [];
  return robustness.variants.flatMap(({ id, mostRoom }) => {
    if (mostRoom === report.mostRoom) return [];
    const variant = localiser.t(`results.robust.variant.${id}`);
    return mostRoom === null
      ? [localiser.t('results.robust.variantTie', { variant })]
      : [localiser.t('results.robust.variantOther', { variant, domain: words.domain(mostRoom) })];
  });
}

/** The conclusions in sentences: who has most room under how many weightings, and whether another method says otherwise. */
export function robustnessSentences(
  report: Report,
  robustness: Robustness,
  words: FrameworkWords,
  localiser: Localiser,
): string[] {
  const mostRoom = mostRoomSentence(robustness, words, localiser);
  const variants = variantSentences(report, robustness, words, localiser);
  const holds = report.mostRoom !== null && variants.length === 0;
  return [
    mostRoom ?? localiser.t('results.robust.mostRoomUnknown'),
    ...variants,
    ...(holds ? [localiser.t('results.robust.variantsSame', { domain: words.domain(report.mostRoom) })] : []),
  ];
}
