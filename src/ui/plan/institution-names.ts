import { foldWords } from '../../domain/fold-words.ts';
import { readingsOf } from '../../domain/institutions/institution-name.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { nameAmong } from '../../words/institution-words.ts';

/** Names of those who take part, and of whoever else a row of the plan names. */
export interface InstitutionNames {
  /** Institutions of the round by id, observers left out. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
  /** What to show for an id or a name that somebody typed. */
  show(idOrName: string): string;
  /** The id of an institution that is so called, else the name as typed; null for nothing. */
  read(typed: string): string | null;
}

/** Names as the report has them: the given one, else the type's, else the lead of the round. */
export function institutionNames(report: Report, texts: FrameworkTexts, localiser: Localiser): InstitutionNames {
  const named = report.institutions
    .filter(({ role }) => role === 'institution')
    .map(({ id }) => ({ id, name: nameAmong(report, id, texts, localiser) }));
  return {
    named,
    show: (idOrName) => localiser.text(nameAmong(report, idOrName, texts, localiser)),
    read(typed) {
      if (foldWords(typed) === '') return null;
      const called = readingsOf(typed).map((wanted) =>
        named.find(({ id, name }) => foldWords(name) === wanted || foldWords(id) === wanted),
      );
      return called.find((one) => one !== undefined)?.id ?? typed.trim();
    },
  };
}
