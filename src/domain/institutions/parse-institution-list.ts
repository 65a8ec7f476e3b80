import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import { MAXIMUM_INSTITUTION_LINES } from '../limits.ts';
import { foldWords } from '../fold-words.ts';
import { areAlike, traitsOf, withoutNumbers, withoutSigns } from './institution-name.ts';
import { isListTitle } from './list-titles.ts';
import { proposeType } from './propose-type.ts';

export interface InstitutionLine {
  readonly name: string;
  /** A code of the framework's `institutionTypes`; null where none was given. */
  readonly type: string | null;
  readonly role: 'institution' | 'observer';
}

/** What the second and third part of a line may say, in any language of the reader; compared without case and accents. */
export interface ListWords {
  /** Type code by its name or itself. */
  readonly types: ReadonlyMap<string, string>;
  /** Words for an observer. */
  readonly observer: Iterable<string>;
}

const MAXIMUM_NAME_LENGTH = 200;

/**
 * A typed or pasted list, one institution a line: name; then, after `;` or a tab, its type and whether it is an
 * observer, in any order. The number or bullet of a line is none of its name, the titles of a table are no line; where no type is said, the name proposes one.
 * Every problem at once: `institutions.unknownWord` (word), `institutions.noName`, `institutions.longName` (maximum), with
 * the line number from 1; advice `institutions.nameTwice` (name), of which the first stands, and `institutions.looksAlike`
 * (name, other). Empty lines are skipped. More lines than a list can have are none: `institutions.manyLines` (count,
 * maximum).
 */
export function parseInstitutionList(
  text: string,
  words: ListWords,
  knownNames: readonly string[] = [],
): Result<InstitutionLine[]> {
  const written = [...text.split(/\r\n|\r|\n/).entries()].filter(([, line]) => line.trim() !== '');
  if (written.length > MAXIMUM_INSTITUTION_LINES) {
    const params = { count: written.length, maximum: MAXIMUM_INSTITUTION_LINES };
    return { ok: false, problems: [problem('institutions.manyLines', '', [], params)] };
  }
  const types = new Map([...words.types].map(([word, type]) => [foldWords(word), type]));
  const observer = new Set([...words.observer].map(foldWords));
  const names = new Set(knownNames.map(foldWords));
  const shown = knownNames.map((name) => ({ name, traits: traitsOf(name) }));
  const advice: Problem[] = [];
  const problems: Problem[] = [];
  const lines: InstitutionLine[] = [];
  const bare = withoutNumbers(written.map(([, line]) => line));
  for (const [place, [index]] of written.entries()) {
    const [name = '', ...parts] = (bare[place] ?? '')
      .split(/[;؛\t]/)
      .map((part) => withoutSigns(part.replaceAll(/\s+/g, ' ')));
    // A table brings its titles.
    if (place === 0 && [name, ...parts].every((part) => part === '' || isListTitle(part))) continue;
    const report = (code: string, params: Problem['params'] = {}) =>
      problems.push({ ...problem(code, '', [], params), line: index + 1 });
    if (name === '') report('institutions.noName');
    if (name.length > MAXIMUM_NAME_LENGTH) report('institutions.longName', { maximum: MAXIMUM_NAME_LENGTH });
    const note = (code: string, params: Problem['params']) =>
      advice.push({ ...problem(code, '', [], params, 'advice'), line: index + 1 });
    if (name !== '' && names.has(foldWords(name))) {
      note('institutions.nameTwice', { name });
      continue;
    }
    const traits = traitsOf(name);
    const other = shown.find((known) => areAlike(known.traits, traits))?.name;
    if (other !== undefined) note('institutions.looksAlike', { name, other });
    names.add(foldWords(name));
    shown.push({ name, traits });
    let type: string | null = null;
    let role: InstitutionLine['role'] = 'institution';
    for (const word of parts.filter((part) => part !== '')) {
      const known = types.get(foldWords(word));
      if (known !== undefined) type = known;
      else if (observer.has(foldWords(word))) role = 'observer';
      else report('institutions.unknownWord', { word });
    }
    lines.push({ name, type: type ?? (role === 'observer' ? null : proposeType(name, words.types)), role });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: lines, advice };
}
