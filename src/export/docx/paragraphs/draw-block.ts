import type { FileChild } from 'docx';
import { AlignmentType, PageBreak } from 'docx';
import type { LetterBlock } from '../../document/letter-document.ts';
import { paragraph, paragraphOf } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { distributionTable } from './bars.ts';
import { contentsBlock } from './contents.ts';
import { coverBlock } from './cover.ts';
import { heatMapTable } from './heat-map.ts';
import { addresseeBlock, letterheadBlock, senderBlock } from './letter.ts';
import { questionCard } from './question-card.ts';
import { levelsBlock, recordBlock } from './record.ts';
import { signatureBlock } from './signature.ts';
import { keyValueTable, tableBlock } from './table.ts';

const ROLES = { lead: 'Lead', body: 'Normal', note: 'Note' } as const;
export const BULLETS = 'bullets';

/** The paragraphs and tables of a block before the `next` one; the summary page lays itself out. */
export function drawBlock(
  setting: WordSetting,
  block: Exclude<LetterBlock, { kind: 'summary' }>,
  next?: LetterBlock,
): FileChild[] {
  switch (block.kind) {
    case 'cover':
      return coverBlock(setting, block);
    case 'heading':
      return [paragraph(setting, block.text, block.level === 2 ? 'Heading2' : 'Heading3')];
    case 'paragraph':
      // What introduces a table that stands on one page stands there too.
      return [
        paragraph(setting, block.text, ROLES[block.role], { keepNext: next?.kind === 'table' && next.whole === true }),
      ];
    case 'list':
      return block.items.map((item) =>
        paragraph(setting, item, 'ListParagraph', {
          numbering: { reference: BULLETS, level: 0 },
          alignment: AlignmentType.START,
        }),
      );
    case 'key-values':
      return [keyValueTable(setting, block.rows), paragraph(setting, '', 'AfterTable')];
    case 'contents':
      return contentsBlock(setting, block);
    case 'levels':
      return levelsBlock(setting, block);
    case 'distribution':
      return distributionTable(setting, block);
    case 'heat-map':
      return heatMapTable(setting, block);
    case 'table':
      return tableBlock(setting, block);
    case 'record':
      return recordBlock(setting, block);
    case 'signature':
      return signatureBlock(setting, block);
    case 'page-break':
      return [paragraphOf(setting, [new PageBreak()], 'Normal')];
    case 'letterhead':
      return letterheadBlock(setting, block);
    case 'addressee':
      return addresseeBlock(setting, block);
    case 'sender':
      return senderBlock(setting, block);
    case 'question':
      return questionCard(setting, block.card);
  }
}
