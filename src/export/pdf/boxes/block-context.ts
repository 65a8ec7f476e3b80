import type { SectionId } from '../../document/document.ts';
import type { TextSetting } from '../inline-text.ts';
import type { StructureNode } from '../structure.ts';

/** An entry of the bookmarks: 1 a section, 2 and 3 its headings. */
export interface OutlineEntry {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/** What blocks are laid out with. */
export interface BlockContext {
  readonly setting: TextSetting;
  /** Element of the section, to which blocks add their own. */
  readonly parent: StructureNode;
  /** Content area in pt. */
  readonly width: number;
  readonly height: number;
  readonly section: { readonly id: SectionId; readonly title: string };
  onheading(entry: OutlineEntry): void;
}
