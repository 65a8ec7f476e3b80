import type { LevelTone } from '../../charts/level-tone.ts';

/**
 * A report as plain data, ready to be laid out: every word is in the reader's language and typeset, every number is
 * text. Preview, print, PDF and Word draw this and decide nothing but the place of things on paper.
 */
export interface ReportDocument {
  /** Language tag and direction of everything that does not name its own. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** Whose it is, among the properties of the file. */
  readonly author?: string;
  /** Who and what, at the head of every page. */
  readonly head: string;
  /** Status and marking: above and below on every page. */
  readonly marking: string;
  /** At the foot of every page. */
  readonly foot: string;
  /** Across every page; null on a real assessment. */
  readonly watermark: string | null;
  readonly sections: readonly Section[];
}

/** Parts of a report that can be switched on and off, in the order in which they are printed. */
export const SECTION_IDS = [
  'cover',
  'foreword',
  'acknowledgements',
  'about',
  'how-to-read',
  'summary',
  'second-summary',
  'recommendations',
  'key-figures',
  'profile',
  'heat-map',
  'gaps',
  'domains',
  'law-and-practice',
  'differences',
  'priorities',
  'plan',
  'comparison',
  'by-lens',
  'next-steps',
  'methodology',
  'crosswalk',
  'subdomains',
  'evidence',
  'indicators',
  'reservations',
  'comments',
  'instruments',
  'left-out',
  'record',
  'glossary',
  'second-levels',
] as const;

/** Parts that stand before what is numbered. */
export const FRONT_PARTS: readonly SectionId[] = ['cover', 'foreword', 'acknowledgements'];

export type SectionId = (typeof SECTION_IDS)[number];

/** What is read through ends before this part; it and those after it are looked up. */
export const FIRST_ANNEX: SectionId = 'methodology';

/** A part of the report. Each begins on a new page, but for those that run on. */
export interface Section {
  readonly id: SectionId;
  /** As it stands in the list of contents; null on the cover. */
  readonly number: string | null;
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Where the whole part is in another language than the document. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** Begins below the part before it, in PDF and Word: an annex after an annex, what is short after its like. */
  readonly runsOn?: boolean;
  readonly blocks: readonly Block[];
}

/** A stretch of text. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  /** A code or address: never broken, and kept apart from the direction of the text around it. */
  readonly code?: boolean;
  /** What somebody is called: the line of ours around it keeps its direction. */
  readonly apart?: true;
  /** Language tag, where it is not that of the document. */
  readonly language?: string;
  /** The part that it names, where a reader can go there. */
  readonly leadsTo?: SectionId;
}

/** Where pages can be counted: `before`, then the page on which a section begins. Elsewhere nothing. */
export interface PageReference {
  readonly pageOf: SectionId;
  readonly before: string;
}

export type Inline = Run | PageReference;
export type Text = string | readonly Inline[];

export interface KeyValue {
  readonly label: string;
  /** One paragraph each. */
  readonly values: readonly Text[];
}

/** A level as it is shown everywhere: digit (or symbol), word and pattern. */
export interface LevelSign {
  readonly symbol: string;
  readonly name: string;
  readonly tone: LevelTone;
}

export interface TableColumn {
  readonly label: string;
  /** Share of the width: the shares of a table add up to 100. */
  readonly share: number;
  readonly align?: 'start' | 'center';
}

/** A line over the whole width that names the rows below it, or a row with one cell a column, of paragraphs. */
export type TableRow =
  | { readonly group: Text }
  | {
      readonly cells: readonly (readonly Text[])[];
      /** The code by which other parts name what stands in the row: they lead here. */
      readonly anchor?: string;
    };

/** A stretch of a bar; `start` and `width` in mm. */
export interface PrintedSegment {
  readonly tone: LevelTone | 'unknown' | 'unanswered';
  readonly label: string;
  readonly start: number;
  readonly width: number;
}

export interface PrintedBar {
  readonly label: Text;
  /** mm */
  readonly width: number;
  readonly segments: readonly PrintedSegment[];
  /** Where the marks stand, in mm; null without one. */
  readonly median: number | null;
  readonly target: number | null;
  /** Read out instead of the drawing. */
  readonly alternative: string;
  /** Beside the bar. */
  readonly note: Text;
}

export interface PrintedHeatCell {
  readonly code: string;
  /** What stands in the cell: `3*`, `?`, `n/a`, or a dash where nothing is answered. */
  readonly sign: string;
  readonly tone: LevelTone | 'unknown' | 'unanswered' | 'not-applicable';
  /** Read out instead of the drawing. */
  readonly alternative: string;
}

/** A line of the summary page, at most `lines` lines high at its place. */
export interface FittedText {
  readonly text: Text;
  readonly lines: number;
  /** Stands at the end of the first line, never cut: the sign of a level. */
  readonly sign?: string;
}

export interface PrintedLogo {
  readonly dataUrl: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Read out instead of the image. */
  readonly alternative: string;
}

/** Heading and lines under it. */
export interface SummaryList {
  readonly heading: string;
  readonly items: readonly FittedText[];
  /** Instead of items. */
  readonly none: string;
  readonly more: FittedText | null;
}

export interface SummaryPage {
  /** Of whom and as at when; null where nobody said so. */
  readonly subtitle: FittedText | null;
  /** What is sought from whoever gets the page; null where nothing is. */
  readonly decision: {
    readonly heading: string;
    readonly note: FittedText | null;
    /** Points, or the words that there is none. */
    readonly points: readonly FittedText[];
    readonly isSought: boolean;
  } | null;
  /** Where things stand, in one paragraph; null where nothing can be said. */
  readonly standing: FittedText | null;
  /** On what ground the levels stand. */
  readonly coverage: FittedText;
  /** Since the round before; null without one. */
  readonly change: FittedText | null;
  readonly profile: {
    readonly heading: string;
    readonly rows: readonly { readonly title: FittedText; readonly bar: PrintedBar }[];
    readonly legend: FittedText;
    readonly more: FittedText | null;
  };
  /** Strengths and aspects to strengthen, side by side; none where there is no room for them. */
  readonly lists: readonly SummaryList[];
  /** Null where the report is without what to do next. */
  readonly measures: {
    readonly heading: string;
    readonly columns: readonly TableColumn[];
    /**
     * `under` stands in small print below the cell that names the row, as wide as `underSpan` columns from there: those after
     * them stand beside both.
     */
    readonly rows: readonly {
      readonly cells: readonly FittedText[];
      readonly under: FittedText | null;
      readonly underSpan: number;
    }[];
    /** Which column names the row, from 0. */
    readonly nameColumn: number;
    readonly none: string;
    /** What they cost together. */
    readonly total: FittedText | null;
    readonly more: FittedText | null;
  } | null;
  /** Where positions differ, and reservations; null where there are none. */
  readonly positions: SummaryList | null;
  /** What to tick, and what to fill in; null where nothing is to be decided. */
  readonly approval: {
    readonly options: readonly string[];
    readonly fields: readonly string[];
    /** Before a line of its own to write changes on; null where there is no room. */
    readonly toChange: string | null;
  } | null;
}

export type Block =
  | {
      readonly kind: 'cover';
      /** Coat of arms or logo: a PNG or JPEG image as data URL. */
      readonly logo?: PrintedLogo | null;
      readonly country: string | null;
      readonly institution: string | null;
      readonly title: string;
      readonly round: string | null;
      readonly date: string | null;
      readonly status: string;
      readonly marking: string | null;
      readonly fictional: string | null;
      readonly facts: readonly KeyValue[];
      readonly notices: readonly string[];
    }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly role: 'lead' | 'body' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'key-values'; readonly rows: readonly KeyValue[] }
  | { readonly kind: 'contents'; readonly heading: string; readonly entries: readonly ContentsEntry[] }
  | { readonly kind: 'levels'; readonly heading: string | null; readonly levels: readonly LevelSign[] }
  | { readonly kind: 'distribution'; readonly bars: readonly PrintedBar[]; readonly legend: Text }
  | {
      readonly kind: 'heat-map';
      readonly groups: readonly { readonly title: Text; readonly cells: readonly PrintedHeatCell[] }[];
      readonly legend: Text;
    }
  | {
      readonly kind: 'table';
      /** Named for those who do not see the heading above it. */
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      /** Which column names the row, from 0. */
      readonly rowHeader: number;
      readonly rows: readonly TableRow[];
      /** Adds up: its rows stand on one page where they fit one. */
      readonly whole?: true;
    }
  | {
      readonly kind: 'record';
      readonly code: string;
      readonly title: Text;
      readonly question: Text | null;
      /** Digit and word, or the word of what stands instead of a level. */
      readonly level: LevelSign | string;
      /** Signs beside the level: no document, provisional. */
      readonly marks: string;
      readonly fields: readonly KeyValue[];
    }
  | { readonly kind: 'signature'; readonly heading: string; readonly fields: readonly string[] }
  | { readonly kind: 'summary'; readonly page: SummaryPage }
  | { readonly kind: 'page-break' };

export interface ContentsEntry {
  readonly section: SectionId;
  readonly number: string | null;
  readonly title: string;
}

/** A block of one kind. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
