import type { AssessmentState, Institution } from '../../domain/registers/assessment-state.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import { institutionName } from '../../words/institution-words.ts';

interface Named {
  readonly assessment: AssessmentState;
  textsIn(language: string): FrameworkTexts;
}

/** What an institution of an open assessment is called, typeset. */
export function nameOfInstitution(
  institution: Institution | string,
  session: Named,
  { localiser, code }: InterfaceLanguage,
): string {
  const known =
    typeof institution === 'string'
      ? (session.assessment.institutions.get(institution) ?? { id: institution })
      : institution;
  return localiser.text(institutionName(known, session.textsIn(code), localiser));
}
