import type { Problem } from '../../problem.ts';
import { phrasePattern } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const words = (list: string): readonly string[] => list.split(', ');

/** `always`: a judgement that two officials make differently. `alone`: fine where the sentence also says how much. */
const VAGUE: Readonly<Record<string, { always: readonly string[]; alone: readonly string[] }>> = {
  en: {
    always: words(
      'adequate, adequately, sufficient, sufficiently, appropriate, appropriately, satisfactory, suitable, suitably, proper, properly, robust, as needed, as necessary, where relevant',
    ),
    alone: words('effective, effectively, efficient, efficiently, timely, regularly, generally, largely, frequently'),
  },
  fr: {
    always: words(
      'adéquat, adéquats, adéquate, adéquates, suffisant, suffisants, suffisante, suffisantes, suffisamment, approprié, appropriés, appropriée, appropriées, satisfaisant, satisfaisants, satisfaisante, satisfaisantes, convenablement, adapté comme il convient, si besoin, en tant que de besoin',
    ),
    alone: words(
      'efficace, efficaces, efficacement, efficient, en temps utile, régulièrement, généralement, fréquemment',
    ),
  },
  es: {
    always: words(
      'adecuado, adecuados, adecuada, adecuadas, adecuadamente, suficiente, suficientes, suficientemente, apropiado, apropiados, apropiada, apropiadas, satisfactorio, satisfactoria, conveniente, según proceda, si es necesario, cuando proceda',
    ),
    alone: words('eficaz, eficaces, eficazmente, eficiente, a su debido tiempo, regularmente, generalmente, a menudo'),
  },
  ar: {
    always: words('كافٍ, كافية, ملائم, ملائمة, مُرضٍ, مُرضية'),
    alone: words('فعال, فعالة, بفعالية, بانتظام, في الوقت المناسب'),
  },
};

/** What makes a sentence checkable: a figure, or one of the agreed words of quantity. */
const CHECKABLE: Readonly<Record<string, RegExp>> = {
  en: phrasePattern(words('all, every, each, most, majority, half, at least, within the time, yearly, every year')),
  fr: phrasePattern(
    words('tous, toutes, tout, toute, chaque, la plupart, majorité, moitié, au moins, dans le délai, chaque année'),
  ),
  es: phrasePattern(
    words('todo, toda, todos, todas, cada, la mayor parte, mayoría, mitad, al menos, en el plazo, cada año'),
  ),
  ar: phrasePattern(words('كل, جميع, معظم, أغلبية, نصف, على الأقل, ما لا يقل عن, سنوياً, كل سنة')),
};

const PATTERNS = new Map(
  Object.entries(VAGUE).map(([language, { always, alone }]) => [
    language,
    { always: phrasePattern(always), alone: phrasePattern(alone) },
  ]),
);

/** Words in a level that say good without saying what: nobody can tell when it is held. */
export function checkVagueWords(text: WrittenText): Problem[] {
  const patterns = PATTERNS.get(text.language);
  if (patterns === undefined || (text.role !== 'requirement' && text.role !== 'absence')) return [];
  const checkable = /\d/.test(text.text) || (CHECKABLE[text.language]?.test(text.text) ?? false);
  const found = patterns.always.exec(text.text) ?? (checkable ? null : patterns.alone.exec(text.text));
  return found === null ? [] : [advise('writing.vagueWord', text, { word: found[0] })];
}
