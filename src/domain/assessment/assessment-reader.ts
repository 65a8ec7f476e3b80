import type { Framework } from '../framework/framework.ts';
import { definitionOf } from '../registers/all-registers.ts';
import { AssessmentDraft } from '../registers/assessment-draft.ts';
import type { AssessmentState, Rating } from '../registers/assessment-state.ts';
import { takesPartAnyway } from '../registers/assessment-state.ts';
import type { JournalState } from '../registers/fold.ts';
import type { Joins } from '../registers/living-institution.ts';
import { ratingRegister } from '../registers/rating.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import { readAssessment } from './read-assessment.ts';

type RatingPlace = Pick<Rating, 'institution' | 'indicator' | 'vote'>;

const PARTS = Object.keys(ratingRegister.fields ?? {});

interface Known {
  readonly state: AssessmentState;
  readonly framework: Framework;
  readonly joins: Joins;
  /** Addresses that are listed: as conflicts, without value, as damaged. */
  readonly listed: ReadonlySet<string>;
}

function listedIn({ conflicts, withoutValue, damaged }: AssessmentState): ReadonlySet<string> {
  return new Set([...conflicts, ...damaged].map(({ register }) => register).concat(withoutValue));
}

/** In the order in which `readAssessment` meets them: that of their addresses. */
const placeText = ({ institution, indicator, vote }: RatingPlace) =>
  `rating/${encodeURIComponent(institution)}/${indicator}/${vote}/`;

/**
 * Reads an assessment as `readAssessment` does, and after answers only what they touched: an answer costs the same
 * whatever else the assessment holds. Every other change is read as a whole.
 */
export class AssessmentReader {
  #known: Known | null = null;

  /** `touched` are the registers that changed since the last call; null when that is not known. */
  read(journal: JournalState, framework: Framework, touched: readonly string[] | null): AssessmentState {
    const known = this.#known;
    const isSame = known !== null && known.framework === framework && known.joins === journal.joins;
    const answered = isSame && touched !== null ? readAnswers(known, journal, new Set(touched)) : null;
    const state = answered ?? readAssessment(journal, framework);
    const listed = answered !== null && known !== null ? known.listed : listedIn(state);
    this.#known = { state, framework, joins: journal.joins, listed };
    return state;
  }
}

/** The state after answers; null where more than answers changed, or where there is something to list. */
function readAnswers(
  { state, framework, listed }: Known,
  journal: JournalState,
  touched: ReadonlySet<string>,
): AssessmentState | null {
  if (touched.size === 0) return state;
  const ratings = new Map(state.ratings);
  for (const address of touched) {
    const register = parseRegister(address);
    const now = journal.registers.get(address);
    if (register.kind !== 'rating' || now === undefined || now.conflict || now.withoutValue.length > 0) return null;
    if (!takesPartAnyway(state.institutions.get(register.institution)) || listed.has(address)) return null;
    if (!framework.indicatorById.has(register.indicator)) return null;
    const rating = readRating(journal, framework, register);
    if (rating === 'damaged') return null;
    const others = (ratings.get(register.indicator) ?? []).filter(
      ({ institution: by, vote }) => by !== register.institution || vote !== register.vote,
    );
    const with_ = rating === null ? others : insert(others, rating);
    if (with_.length === 0) ratings.delete(register.indicator);
    else ratings.set(register.indicator, with_);
  }
  return { ...state, ratings };
}

function insert(others: readonly Rating[], rating: Rating): Rating[] {
  const text = placeText(rating);
  const at = others.findIndex((other) => placeText(other) > text);
  return at === -1 ? [...others, rating] : [...others.slice(0, at), rating, ...others.slice(at)];
}

/** What stands in the registers of one rating; null where nothing does. */
function readRating(journal: JournalState, framework: Framework, place: RatingPlace): Rating | null | 'damaged' {
  const draft = new AssessmentDraft();
  let isRated = false;
  for (const part of PARTS) {
    const address = buildRegister({ ...place, kind: 'rating', part: part as 'answer' });
    const state = journal.registers.get(address);
    if (state === undefined || state.entry === null || state.value === null) continue;
    const register = parseRegister(address);
    if (register.kind !== 'rating') return 'damaged';
    const problems = definitionOf(register).ruleOf(register)?.read({ draft, framework, entry: state.entry }, register);
    if (problems === undefined || problems.length > 0) return 'damaged';
    isRated = true;
  }
  return isRated ? (draft.rating(place.institution, place.indicator, place.vote) as Rating) : null;
}
