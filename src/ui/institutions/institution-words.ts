import type { Institution } from '../../domain/assessment/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/assessment/assessment-state.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';

/** What an institution is called: its name, else words for the lead institution, else its id. */
export function nameOfInstitution(institution: Institution | undefined, language: InterfaceLanguage): string {
  const { name, id } = institution ?? {};
  if (name !== undefined && name !== '') return language.localiser.text(name);
  return id === LEAD_INSTITUTION || id === undefined ? language.t('institutions.lead') : id;
}
