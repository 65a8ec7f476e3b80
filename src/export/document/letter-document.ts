import type { Block, LevelSign, ReportDocument, Section, Text } from './document.ts';

/** Blocks that only papers for the round have, beside those of a report. */
export type LetterBlock =
  | Block
  | {
      readonly kind: 'letterhead';
      /** Who writes: country, ministry, service; one line each. */
      readonly authority: readonly string[];
      readonly reference: string;
      readonly place: string;
    }
  | {
      readonly kind: 'addressee';
      readonly from: string | null;
      readonly to: readonly string[];
      readonly particulars: readonly { readonly label: string; readonly text: string }[];
    }
  | { readonly kind: 'sender'; readonly lines: readonly string[] }
  | { readonly kind: 'question'; readonly card: QuestionCard };

/** One indicator on half a page, to be filled in by hand. */
export interface QuestionCard {
  readonly code: string;
  readonly title: Text;
  readonly question: Text;
  /** From the lowest; a box before the level, and before each sentence that is a requirement. */
  readonly levels: readonly {
    readonly sign: LevelSign;
    readonly boxed: boolean;
    /** Beside the level, where its sentences are examples. */
    readonly lead: string | null;
    readonly sentences: readonly Text[];
  }[];
  /** Boxes for what is answered instead of a level. */
  readonly alternatives: readonly string[];
  /** What is written by hand, each on a ruled line. */
  readonly lines: readonly string[];
}

/** A section of any document that Word can lay out. */
export type LetterSection = Omit<Section, 'id' | 'blocks'> & {
  readonly id: string;
  readonly blocks: readonly LetterBlock[];
};

/** A paper of the round as plain data: words in one language, typeset; the writer decides nothing but the place. */
export type LetterDocument = Omit<ReportDocument, 'sections'> & { readonly sections: readonly LetterSection[] };
