import type { Problem } from '../../problem.ts';
import type { Framework, Indicator } from '../framework.ts';
import { advise } from './writing-code.ts';

/** With one kind of document alone, a country that does not keep it cannot show what it does. */
const FEWEST_EVIDENCE = 2;

function checkIndicator(framework: Framework, indicator: Indicator): Problem[] {
  const { structure, texts } = framework;
  const own = texts[structure.sourceLanguage]?.indicators[indicator.id];
  if (own === undefined) return [];
  const file = `${structure.sourceLanguage}.json`;
  const path = ['indicators', indicator.id];
  const { id } = indicator;
  const evidence = own.evidence?.length ?? 0;
  const levels = (structure.scales[indicator.scale]?.levels ?? []).slice(1).map((level) => level.id);
  const open = levels.filter((level) => own.advance?.[level] === undefined);
  return [
    ...(own.why === undefined ? [advise('writing.missingWhy', { file, path }, { id })] : []),
    ...(evidence < FEWEST_EVIDENCE
      ? [advise('writing.fewEvidence', { file, path: [...path, 'evidence'] }, { id, found: evidence })]
      : []),
    ...(open.length > 0
      ? [advise('writing.missingAdvance', { file, path: [...path, 'advance'] }, { id, levels: open.join(', ') })]
      : []),
  ];
}

/** Indicators without a reason, with fewer than two kinds of evidence, or without the way to a level; source language. */
export function checkCompleteness(framework: Framework): Problem[] {
  return framework.indicators.flatMap((indicator) => checkIndicator(framework, indicator));
}
