import type { Block } from '../../document/document.ts';
import type { Box } from '../page-flow.ts';
import type { BlockContext } from './block-context.ts';
import { contentsBoxes } from './contents.ts';
import { coverBoxes } from './cover.ts';
import { distributionBoxes } from './distribution.ts';
import { heatMapBoxes } from './heat-map.ts';
import { keyValueBoxes } from './key-values.ts';
import { levelsBoxes } from './levels.ts';
import { headingBoxes, listBoxes, paragraphBoxes } from './paragraph.ts';
import { recordBoxes } from './record.ts';
import { signatureBoxes } from './signature.ts';
import { summaryBoxes } from './summary.ts';
import { tableBoxes } from './table.ts';

/** The boxes of a block, in order, with its elements added to the section. A page break has none. */
export function blockBoxes(block: Block, context: BlockContext): Box[] {
  switch (block.kind) {
    case 'cover':
      return coverBoxes(block, context);
    case 'heading':
      return headingBoxes(block, context);
    case 'paragraph':
      return paragraphBoxes(block, context);
    case 'list':
      return listBoxes(block, context);
    case 'key-values':
      return keyValueBoxes(block.rows, context);
    case 'contents':
      return contentsBoxes(block, context);
    case 'levels':
      return levelsBoxes(block, context);
    case 'distribution':
      return distributionBoxes(block, context);
    case 'heat-map':
      return heatMapBoxes(block, context);
    case 'table':
      return tableBoxes(block, context);
    case 'record':
      return recordBoxes(block, context);
    case 'signature':
      return signatureBoxes(block, context);
    case 'summary':
      return summaryBoxes(block, context);
    case 'page-break':
      return [];
  }
}
