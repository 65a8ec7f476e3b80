import type { Block, ReportDocument, Section, SectionId } from '../document/document.ts';
import { blockBoxes } from './boxes/block-boxes.ts';
import type { OutlineEntry } from './boxes/block-context.ts';
import { titleBoxes } from './boxes/paragraph.ts';
import type { Typesetter } from './font-metrics.ts';
import type { TextSetting } from './inline-text.ts';
import { MARGIN, MM, PAPER, STYLES } from './measures.ts';
import type { LaidPage } from './page-canvas.ts';
import type { Box } from './page-flow.ts';
import { PageFlow } from './page-flow.ts';
import type { StructureNode } from './structure.ts';
import { addNode, rootNode } from './structure.ts';

/** A document on its pages, before running heads and feet. */
export interface LaidDocument {
  readonly pages: readonly LaidPage[];
  readonly root: StructureNode;
  readonly outline: readonly OutlineEntry[];
  /** Page on which each section begins, from 1. */
  readonly sectionPages: ReadonlyMap<SectionId, number>;
}

/** These set their title themselves. */
const OWN_TITLE: ReadonlySet<SectionId> = new Set(['cover', 'summary', 'second-summary']);

/** Above the title of an annex that runs on, in pt. */
const ANNEX_GAP = 12 * MM;

const UNKNOWN_PAGE = '00';

/** Page numbers rarely change again once the text that names them is set; the last pass stands whatever it says. */
const MOST_PASSES = 4;

function contentArea(orientation: Section['orientation']): { width: number; height: number } {
  const [width, height] = orientation === 'portrait' ? [PAPER.short, PAPER.long] : [PAPER.long, PAPER.short];
  return { width: width - 2 * MARGIN.side, height: height - MARGIN.top - MARGIN.bottom };
}

class DocumentLayout {
  readonly root = rootNode();
  readonly outline: OutlineEntry[] = [];
  readonly sectionPages = new Map<SectionId, number>();
  readonly #flow: PageFlow;
  readonly #setting: TextSetting;

  constructor(setting: TextSetting) {
    this.#setting = setting;
    this.#flow = new PageFlow(setting.direction);
  }

  get pages(): readonly LaidPage[] {
    return this.#flow.pages;
  }

  /** A title that says on which page it came to stand. */
  #beginAt(box: Box, id: SectionId): Box {
    return {
      ...box,
      draw: (canvas, top) => {
        this.sectionPages.set(id, canvas.number);
        canvas.destination(id, top);
        box.draw(canvas, top);
      },
    };
  }

  addSection(section: Section): void {
    const flow = this.#flow;
    const { id, number, title, orientation, language } = section;
    const direction = section.direction ?? this.#setting.direction;
    const numbered = number === null ? title : `${number}. ${title}`;
    const runsOn = section.runsOn === true && !OWN_TITLE.has(id);
    if (!runsOn) {
      flow.breakPage(orientation, direction);
      this.sectionPages.set(id, flow.pageNumber);
      flow.pages.at(-1)?.destinations.push({ name: id, y: 0 });
    }
    const context = {
      setting: { ...this.#setting, language: language ?? this.#setting.language, direction },
      parent: addNode(this.root, 'Sect', language === undefined ? {} : { language }),
      section: { id, title: numbered },
      ...contentArea(orientation),
      onheading: (entry: OutlineEntry) => this.outline.push(entry),
    };
    if (!OWN_TITLE.has(id)) {
      const look = { before: runsOn ? ANNEX_GAP : 0, after: 3 * MM, ruled: false };
      const boxes = titleBoxes(numbered, 'H1', STYLES.section, context, look);
      flow.add(runsOn ? boxes.map((box) => this.#beginAt(box, id)) : boxes);
    }
    for (const [index, block] of section.blocks.entries()) {
      if (block.kind === 'page-break') flow.breakPage();
      else
        flow.add(
          introduces(block, section.blocks[index + 1], index)
            ? kept(blockBoxes(block, context))
            : blockBoxes(block, context),
        );
    }
    flow.finish();
  }
}

/** A paragraph that says what the table below it shows, or what a part is about: its title stands above no empty foot. */
const introduces = (block: Block, next: Block | undefined, index: number) =>
  block.kind === 'paragraph' && (next?.kind === 'table' || (index === 0 && next?.kind === 'heading'));

/** The last of these stays with what follows. */
const kept = (boxes: readonly Box[]): Box[] =>
  boxes.map((box, index) => (index === boxes.length - 1 ? { ...box, keep: true } : box));

/** The codes that lead to an entry: indicators with a record, documents with a row. */
function anchorsOf({ sections }: ReportDocument): Set<string> {
  const blocks = sections.flatMap((section) => section.blocks);
  return new Set(
    blocks.flatMap((block): string[] => {
      if (block.kind === 'record') return [block.code];
      if (block.kind !== 'table') return [];
      return block.rows.flatMap((row) => ('anchor' in row && row.anchor !== undefined ? [row.anchor] : []));
    }),
  );
}

function samePages(one: ReadonlyMap<SectionId, number>, other: ReadonlyMap<SectionId, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}

/**
 * Lays a document out: again until the page numbers printed in it are those of the pages. Yields after every section
 * how much is done, 0 to 1, so that a caller may show it or stop.
 */
export function* layOutDocument(document: ReportDocument, typesetter: Typesetter): Generator<number, LaidDocument> {
  let known: ReadonlyMap<SectionId, number> = new Map();
  const anchors = anchorsOf(document);
  for (let pass = 1; ; pass += 1) {
    const printed = known;
    const layout = new DocumentLayout({
      typesetter,
      language: document.language,
      direction: document.direction,
      anchors,
      pageOf: (id) => printed.get(id)?.toString() ?? UNKNOWN_PAGE,
    });
    for (const [index, section] of document.sections.entries()) {
      layout.addSection(section);
      const share = (index + 1) / Math.max(1, document.sections.length);
      yield pass === 1 ? share * 0.6 : 0.6 + share * 0.4;
    }
    known = layout.sectionPages;
    if (samePages(known, printed) || pass === MOST_PASSES) return layout;
  }
}
