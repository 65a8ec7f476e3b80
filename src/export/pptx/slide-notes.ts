import { LEVEL_MARKS } from '../../domain/profile/level-marks.ts';
import { LEVEL_MARK_SIGNS, markLegend } from '../../words/level-mark-words.ts';
import type { DocumentContext } from '../parts/document-context.ts';

/** Notes of a slide: what to say, then what to ask; each a paragraph. */
export function slideNotes({ t }: DocumentContext, say: readonly string[], ask: readonly string[] = []): string[] {
  const part = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines]);
  return [...part(t('export.notes.say'), say), ...part(t('export.notes.ask'), ask)];
}

/** The questions of the framework that open the talk on an indicator, under its code. */
export function promptsOf({ texts, t, localiser }: DocumentContext, id: string): string[] {
  const prompts = texts.indicators[id]?.prompts ?? [];
  return prompts.length === 0 ? [] : [`${id}${t('report.colon')}${localiser.text(prompts.join(' '))}`];
}

/** Once on a slide: what the signs beside its levels say; nothing where it has none. */
export function marksWords(context: DocumentContext, shown: readonly string[]): string {
  return markLegend(
    context,
    LEVEL_MARKS.filter((mark) => shown.some((text) => text.includes(LEVEL_MARK_SIGNS[mark]))),
  );
}
