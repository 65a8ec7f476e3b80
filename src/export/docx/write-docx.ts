import type { FileChild, ISectionOptions } from 'docx';
import { Bookmark, Document, LevelFormat, LevelSuffix, Packer, PageOrientation, SectionType } from 'docx';
import type { Localiser } from '../../i18n/localiser.ts';
import type { LetterDocument, LetterSection } from '../document/letter-document.ts';
import { printableText } from '../document/printable-text.ts';
import { BULLETS, drawBlock } from './paragraphs/draw-block.ts';
import { summaryBlock } from './paragraphs/summary.ts';
import { pageFoot, pageHead } from './furniture.ts';
import { wordStyles } from './styles.ts';
import { paragraphOf, textRuns } from './text.ts';
import type { WordSetting } from './word-setting.ts';
import { bookmarkOf, MARGIN, PAGE, textWidth, twips } from './word-setting.ts';

function titleRuns(setting: WordSetting, { id, number, title }: LetterSection) {
  const words = number === null ? title : `${number}. ${title}`;
  return [new Bookmark({ id: bookmarkOf(id), children: textRuns(setting, words) })];
}

function sectionChildren(setting: WordSetting, section: LetterSection): FileChild[] {
  const [first] = section.blocks;
  if (first?.kind === 'summary') return summaryBlock(setting, first.page, titleRuns(setting, section));
  const titled = section.title !== '' && first?.kind !== 'cover';
  return [
    ...(titled ? [paragraphOf(setting, titleRuns(setting, section), 'Heading1')] : []),
    ...section.blocks.flatMap((block) => (block.kind === 'summary' ? [] : drawBlock(setting, block))),
  ];
}

function wordSection(setting: WordSetting, document: LetterDocument, section: LetterSection): ISectionOptions {
  const own: WordSetting = {
    ...setting,
    width: textWidth(section.orientation),
    sectionTitle: section.title,
    ...(section.language === undefined ? {} : { language: section.language }),
    ...(section.direction === undefined ? {} : { rightToLeft: section.direction === 'rtl' }),
  };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(MARGIN.side),
          right: twips(MARGIN.side),
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          header: twips(MARGIN.furniture),
          footer: twips(MARGIN.furniture),
        },
      },
    },
    headers: { default: pageHead({ ...setting, width: own.width }, document) },
    footers: { default: pageFoot({ ...setting, width: own.width }, document) },
    children: sectionChildren(own, section),
  };
}

/**
 * A document as an editable Word file (OOXML, ISO/IEC 29500): real styles and headings, a list of contents and captions
 * as fields, tables whose heads repeat, head and foot with marking and page on every page, in the direction of its
 * language. Nothing is reckoned here: words and numbers are those of the document. docs/architecture.md section 3.
 */
export async function writeDocx(document: LetterDocument, localiser: Localiser): Promise<Uint8Array> {
  const setting: WordSetting = {
    locale: localiser.language.locale,
    rightToLeft: document.direction === 'rtl',
    t: localiser.t,
    width: textWidth('portrait'),
    count: { table: 0, figure: 0 },
    sectionTitle: '',
  };
  const file = new Document({
    title: printableText(document.title),
    creator: 'Sextant',
    lastModifiedBy: 'Sextant',
    styles: wordStyles(setting.locale, setting.rightToLeft),
    features: { updateFields: document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents')) },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              suffix: LevelSuffix.TAB,
              style: { paragraph: { indent: { start: twips(6), hanging: twips(4) } } },
            },
          ],
        },
      ],
    },
    sections: document.sections.map((section) => wordSection(setting, document, section)),
  });
  const packed = await Packer.pack(file, 'uint8array');
  return new Uint8Array(packed);
}
