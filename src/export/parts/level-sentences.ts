import { lowestLevelLead } from '../../words/lowest-level-lead.ts';
import type { Text } from '../document/document.ts';
import type { DocumentContext } from './document-context.ts';

/** What a level of an indicator says, one sentence each; behind the words that make those of the lowest examples. */
export function levelSentences(context: DocumentContext, id: string, level: string): Text[] {
  const { framework, localiser, texts } = context;
  const indicator = framework.indicatorById.get(id);
  const lead = indicator === undefined ? null : lowestLevelLead(framework, indicator, level, localiser);
  const sentences = (texts.indicators[id]?.levels[level] ?? []).map((text): Text => [context.quote(text)]);
  return lead === null ? sentences : [lead, ...sentences];
}
