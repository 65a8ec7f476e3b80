import type { Problem } from '../../problem.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const PLACEHOLDERS = [
  /(?<![\p{L}\p{N}])(?:TODO|TBD|TBC|FIXME|XXX+)(?![\p{L}\p{N}])/u,
  /(?<!\p{L})(?:lorem ipsum|xxx+|to be completed|to be confirmed|insert text|à compléter|à préciser ultérieurement|à confirmer|por completar|por confirmar|يُستكمل لاحقاً)(?!\p{L})/iu,
  /\.{3,}|…|\?{2,}|_{3,}/u,
  /\[(?:\s*|name|title|nom|titre|country|pays|date|text|texte|nombre|título|país|fecha|الاسم|العنوان|التاريخ)\]/iu,
];

/** Words and signs that stand where a text is still to come. */
export function checkPlaceholders(text: WrittenText): Problem[] {
  if (text.role === 'official') return [];
  const found = PLACEHOLDERS.flatMap((pattern) => pattern.exec(text.text)?.[0] ?? [])[0];
  return found === undefined ? [] : [advise('writing.placeholder', text, { found })];
}
