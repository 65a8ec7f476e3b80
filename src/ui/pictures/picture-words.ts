import type { LegendItem } from '../../charts/draw-legend.ts';
import { levelTone } from '../../charts/level-tone.ts';
import type { PictureCell, PictureColumn } from '../../charts/picture-table.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportNode } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';
import { positionWords, rangeWords, scoreWords } from './position-words.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

/** What a picture of results is made from: the Report and the reader's words. */
export interface PictureSources {
  readonly session: Pick<AssessmentSession, 'report' | 'framework' | 'hrefOfIndicator'>;
  readonly words: FrameworkWords;
  readonly localiser: Localiser;
}

const NO_NUMBER = '–';

/** A count or score as it is shown everywhere. */
export function shownCell(value: number | null, { number }: Localiser): PictureCell {
  return { text: value === null ? NO_NUMBER : number(value), values: [value] };
}

/** Heads of a position and its range; the range is two numbers for a program. */
export function positionColumns({ t }: Localiser): PictureColumn[] {
  return [
    { title: t('results.column.position'), isNumber: true },
    { title: t('results.column.range'), data: [t('results.column.low'), t('results.column.high')], isNumber: true },
  ];
}

/** The position of a node, or why it has none, and its range. */
export function positionCells(node: ReportNode, minimumCoverage: number, localiser: Localiser): PictureCell[] {
  const range = rangeWords(node, localiser);
  return [
    {
      text: scoreWords(node, localiser) ?? positionWords(node, minimumCoverage, localiser),
      values: [node.shown],
    },
    {
      text: range === null ? NO_NUMBER : `${range.low}–${range.high}`,
      values: [node.shownLow, node.shownHigh],
    },
  ];
}

/** The levels of every scale that is used, as signs of a legend. */
export function levelLegend({ session, words }: PictureSources): LegendItem[] {
  return session.report.distributions.flatMap(({ scale }) => {
    const levels = session.framework.structure.scales[scale]?.levels ?? [];
    return levels.map(({ id }, index) => ({
      fill: levelTone(index + 1, levels.length),
      label: words.levelSymbol(scale, id),
      text: words.levelName(scale, id),
    }));
  });
}
