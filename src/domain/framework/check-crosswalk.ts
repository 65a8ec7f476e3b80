import type { Problem, Result } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import type { Crosswalk } from './crosswalk-schema.ts';
import { crosswalkSchema } from './crosswalk-schema.ts';

function checkCodes({ codes }: Crosswalk, file: string): Problem[] {
  const first = new Map<string, number>();
  return codes.flatMap(({ code }, index) => {
    const earlier = first.get(code);
    if (earlier === undefined) {
      first.set(code, index);
      return [];
    }
    return [problem('crosswalk.duplicateCode', file, ['codes', index, 'code'], { code })];
  });
}

function checkLanguages({ languages, texts }: Crosswalk, file: string): Problem[] {
  const given = Object.keys(texts);
  return [
    ...languages
      .filter((language) => !given.includes(language))
      .map((language) => problem('crosswalk.languageMissing', file, ['texts'], { language })),
    ...given
      .filter((language) => !languages.includes(language))
      .map((language) => problem('crosswalk.languageNotListed', file, ['texts', language], { language })),
  ];
}

function checkTitles({ codes, texts }: Crosswalk, file: string): Problem[] {
  const known = codes.map(({ code }) => code);
  return Object.entries(texts).flatMap(([language, { codes: titles, restated = [] }]) => [
    ...known
      .filter((code) => !Object.hasOwn(titles, code))
      .map((code) => problem('crosswalk.textMissing', file, ['texts', language, 'codes'], { code, language })),
    ...Object.keys(titles)
      .filter((code) => !known.includes(code))
      .map((code) => problem('crosswalk.unknownCode', file, ['texts', language, 'codes', code], { code })),
    ...restated.flatMap((code, index) =>
      known.includes(code)
        ? []
        : [problem('crosswalk.unknownCode', file, ['texts', language, 'restated', index], { code })],
    ),
  ]);
}

/**
 * Parses and cross-checks a crosswalk: every problem at once. `key` is the name of its file without ending. Codes:
 * `schema.*`, `crosswalk.otherKey`, `crosswalk.duplicateCode`, `crosswalk.languageMissing`,
 * `crosswalk.languageNotListed`, `crosswalk.textMissing`, `crosswalk.unknownCode`. docs/framework-authors.md.
 */
export function parseCrosswalk(input: unknown, key: string, file = `${key}.json`): Result<Crosswalk> {
  const parsed = crosswalkSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: problemsOfIssues(parsed.error.issues, file, input) };
  const crosswalk = parsed.data;
  const other =
    crosswalk.key === key ? [] : [problem('crosswalk.otherKey', file, ['key'], { key: crosswalk.key, file: key })];
  const problems = [
    ...other,
    ...checkCodes(crosswalk, file),
    ...checkLanguages(crosswalk, file),
    ...checkTitles(crosswalk, file),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: crosswalk, advice: [] };
}
