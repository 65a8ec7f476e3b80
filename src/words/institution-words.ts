import { LEAD_INSTITUTION } from '../domain/registers/assessment-state.ts';
import type { FrameworkTexts } from '../domain/framework/framework-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** As much of an institution as its name is made of. */
export interface NamedInstitution {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly type?: string | null | undefined;
}

/** Who takes part, as a report lists them. */
export interface Participants {
  readonly institutions: readonly NamedInstitution[];
  readonly round: { readonly lead: string | null };
}

/**
 * What an institution is called, on screen, in print and in tables: its name, else that of its type, else words for the
 * lead institution, else its id. As it was written: whoever shows it typesets it.
 */
export function institutionName({ id, name, type }: NamedInstitution, texts: FrameworkTexts, { t }: Localiser): string {
  if (name !== undefined && name !== null && name !== '') return name;
  return texts.institutionTypes?.[type ?? ''] ?? (id === LEAD_INSTITUTION ? t('institutions.lead') : id);
}

/** The same by id; words that are not an id of the list stand as they are. */
export function nameAmong(
  { institutions, round }: Participants,
  id: string,
  texts: FrameworkTexts,
  localiser: Localiser,
) {
  const known = institutions.find((one) => one.id === id);
  const name = known?.name ?? (id === LEAD_INSTITUTION ? round.lead : null);
  return institutionName({ id, name, type: known?.type }, texts, localiser);
}
