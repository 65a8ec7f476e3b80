import type { FileChild, ISectionOptions, IStylesOptions } from 'docx';
import { Bookmark, Document, LevelFormat, LevelSuffix, Packer, PageOrientation, SectionType } from 'docx';
import type { Localiser } from '../../i18n/localiser.ts';
import type { LetterDocument, LetterSection } from '../document/letter-document.ts';
import { printableText } from '../document/printable-text.ts';
import { officeLanguage } from '../office/office-language.ts';
import { packOfficeFile } from '../office/pack-office-file.ts';
import { BULLETS, drawBlock } from './paragraphs/draw-block.ts';
import { summaryBlock } from './paragraphs/summary.ts';
import { pageFoot, pageHead } from './furniture.ts';
import { countPages } from './count-pages.ts';
import { styleLooks, wordStyles } from './styles.ts';
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
    ...section.blocks.flatMap((block, index) =>
      block.kind === 'summary' ? [] : drawBlock(setting, block, section.blocks[index + 1]),
    ),
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
      type: section.runsOn === true ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
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

/** Numbers bookmarks from 1: the package counts on from file to file. */
function numberBookmarks(xml: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (own: string) => {
    const number = numbers.get(own) ?? numbers.size + 1;
    numbers.set(own, number);
    return number;
  };
  return xml
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g,
      (_, before: string, own: string) => `${before}${numberOf(own)}`,
    )
    .replaceAll(/_Toc(\d+)/g, (_, own: string) => `_Toc${numberOf(own)}`);
}

/** Names that the package draws by lot or counts on, by their place in the file instead. */
function nameByPlace(part: string, xml: string): string {
  const number = /\d*(?=\.xml$)/.exec(part)?.[0] ?? '';
  return numberBookmarks(xml).replaceAll(/PowerPlusWaterMarkObject[\w-]+/g, `PowerPlusWaterMarkObject${number}`);
}

/**
 * The pages on which the parts stand, in the list of contents and wherever a page is named, so that they are there in a file that
 * is opened without any update: reckoned, until Word counts anew (F9).
 */
function fillPages(xml: string, styles: IStylesOptions): string {
  const pages = countPages(xml, styleLooks(styles));
  return xml
    .replaceAll(' w:dirty="true"', '')
    .replaceAll(
      /(PAGEREF (\w+)[^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/>)/g,
      (_, field: string, mark: string) => `${field}<w:t>${pages.get(mark) ?? ''}</w:t>`,
    );
}

/**
 * A document as an editable Word file (OOXML, ISO/IEC 29500): real styles and headings, a list of contents with its pages and captions
 * as fields, tables whose heads repeat, head and foot with marking and page on every page, in the direction of its
 * language. Nothing is reckoned here: words and numbers are those of the document. `now`: when the file says that it was made;
 * the same document and time give the same bytes. docs/architecture.md section 3.
 */
export async function writeDocx(document: LetterDocument, localiser: Localiser, now: string): Promise<Uint8Array> {
  const setting: WordSetting = {
    locale: officeLanguage(localiser.language.code),
    rightToLeft: document.direction === 'rtl',
    t: localiser.t,
    width: textWidth('portrait'),
    count: { table: 0, figure: 0 },
    sectionTitle: '',
  };
  const styles = wordStyles(setting.locale, setting.rightToLeft);
  const file = new Document({
    title: printableText(document.title),
    styles,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
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
  const { title, language, author = '' } = document;
  return packOfficeFile(
    new Uint8Array(await Packer.pack(file, 'uint8array')),
    { title, author, language, now },
    {
      edit(part, xml) {
        const named = nameByPlace(part, xml);
        return part === 'word/document.xml' ? fillPages(named, styles) : named;
      },
    },
  );
}
