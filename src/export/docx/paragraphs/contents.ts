import { TableOfContents } from 'docx';
import type { BlockOf } from '../../document/document.ts';
import { paragraph } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';

/** The list of contents as Word's own field: the pages are filled in by the writer. */
export function contentsBlock(setting: WordSetting, { heading }: BlockOf<'contents'>) {
  return [
    paragraph(setting, heading, 'ContentsHeading'),
    new TableOfContents(heading, { hyperlink: true, headingStyleRange: '1-1' }),
  ];
}
