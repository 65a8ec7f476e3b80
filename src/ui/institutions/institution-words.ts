import type { AssessmentState, Institution } from '../../domain/registers/assessment-state.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import { institutionName } from '../../words/institution-words.ts';

interface Named {
  readonly assessment: AssessmentState;
  textsIn(language: string): FrameworkTexts;
}

/** What an institution of an open assessment is called, typeset; of one that was joined with another also what that is called. */
export function nameOfInstitution(
  institution: Institution | string,
  session: Named,
  language: InterfaceLanguage,
): string {
  const { localiser, code } = language;
  const known =
    typeof institution === 'string'
      ? (session.assessment.institutions.get(institution) ?? { id: institution })
      : institution;
  const name = localiser.text(institutionName(known, session.textsIn(code), localiser));
  if (!('joinedInto' in known) || known.joinedInto === undefined) return name;
  return language.t('institutions.nowPartOf', { name, other: nameOfInstitution(known.joinedInto, session, language) });
}
