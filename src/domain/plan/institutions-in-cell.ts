import type { CellPlace, OpenCells } from '../intake/open-cells.ts';
import { foldWords } from '../fold-words.ts';
import { looksAlike, readingsOf } from '../institutions/institution-name.ts';
import type { Action } from '../registers/assessment-state.ts';
import type { PlanSheetKey } from './plan-sheet.ts';

/** How many choices a cell with several names offers. */
const MOST_OPTIONS = 8;

/** Who may be named in a workbook of the plan. */
export interface NamesInPlan {
  readonly key: PlanSheetKey;
  /** Ids of every institution that was ever in the assessment, removed ones too. */
  readonly institutions: ReadonlySet<string>;
  /** Names of nobody in the assessment that the plan itself has: see `freeNamesIn`. */
  readonly freeNames: ReadonlySet<string>;
}

/** What the plan calls leads and partners, ids or names: a name that was written there on purpose is not asked about. */
export function freeNamesIn(actions: Iterable<Action>): ReadonlySet<string> {
  return new Set(
    [...actions].flatMap(({ lead, partners = [] }) => [...(lead === undefined ? [] : [lead]), ...partners]),
  );
}

/** What a name can stand for: the id of an institution, itself, or the names among which somebody has to choose. */
type Meant = { readonly says: string } | { readonly code: string; readonly names: readonly string[] };

/** Of an institution its id, else the name as it is written; one that looks like that of an institution is asked about. */
function meantBy(name: string, isSettled: boolean, { key, freeNames }: NamesInPlan): Meant {
  const exact = key.institutions.filter(([, one]) => one === name);
  const called = readingsOf(name).map((said) => key.institutions.filter(([, one]) => foldWords(one) === said));
  const found = [exact, ...called].find(({ length }) => length > 0) ?? [];
  const [first] = found;
  if (found.length > 1) return { code: 'plan.whichInstitution', names: found.map(([, one]) => one) };
  if (first !== undefined) return { says: first[0] };
  const alike = key.institutions.flatMap(([, one]) => (looksAlike(one, name) ? [one] : []));
  // What a person kept as it is written is asked about once.
  if (alike.length === 0 || isSettled || freeNames.has(name)) return { says: name };
  return { code: 'plan.alikeInstitution', names: [...new Set([...alike, name])] };
}

/** What a cell could say instead: of each name every choice, with the others beside it. */
function textsToChoose(choices: readonly (readonly string[])[]): string[] {
  const texts = choices.reduce<string[][]>(
    (before, names) => before.flatMap((one) => names.map((name) => [...one, name])).slice(0, MOST_OPTIONS),
    [[]],
  );
  return texts.map((names) => names.join('\n'));
}

/**
 * Of each name in a cell its institution's id, or itself; undefined where it stays open. Codes: `plan.whichInstitution`,
 * `plan.alikeInstitution`, `plan.keyWord`. A name that the key gives to nobody who is here stays open.
 */
export function institutionsOf(
  names: readonly string[],
  place: CellPlace,
  open: OpenCells,
  reading: NamesInPlan,
): (string | undefined)[] {
  const { key, institutions } = reading;
  const meant = names.map((name) => meantBy(name, open.isSettled(place), reading));
  const choices = meant.map((one, index) => ('says' in one ? [names[index] ?? ''] : one.names));
  return meant.map((one, index) => {
    const value = names[index] ?? '';
    if ('code' in one) {
      const params = { value, names: one.names.filter((name) => name !== value).join(' / ') };
      open.leave(place, one.code, params, { options: textsToChoose(choices), entry: 'text' });
      return undefined;
    }
    const isOfKey = key.institutions.some(([id]) => id === one.says);
    if (!isOfKey || institutions.has(one.says)) return one.says;
    open.leave(place, 'plan.keyWord', { value, name: `institution.${one.says}` }, { entry: 'text' });
    return undefined;
  });
}
