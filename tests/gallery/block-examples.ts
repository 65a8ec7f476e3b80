import type { Block, ReportDocument, Section } from '../../src/export/document/document.ts';
import { SECTION_IDS } from '../../src/export/document/document.ts';
import { buildDocument } from '../../src/export/parts/build-document.ts';
import type { Localiser } from '../../src/i18n/localiser.ts';
import { buildReport } from '../../src/report/build-report.ts';
import drawing from '../../src/ui/report/ReportBlock.svelte?raw';
import { assessmentOf } from '../fixtures/assessment-of.ts';
import { difficultFramework, difficultSettings } from '../fixtures/difficult-framework.ts';
import type { Words } from '../fixtures/report-documents.ts';
import { ARABIC, documentOf, ENGLISH, FRENCH } from '../fixtures/report-documents.ts';

/** Every kind of block: what the screen draws, where a kind without a drawing is a type error. */
export const BLOCK_KINDS = [...drawing.matchAll(/block\.kind === '([\w-]+)'/g)].map(([, kind = '']) => kind);

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH, ar: ARABIC };
/** The head of these is a page of its own. */
const PLACES = SECTION_IDS.filter((id) => !['cover', 'summary', 'second-summary'].includes(id));

function difficultReport(localiser: Localiser): ReportDocument {
  const framework = difficultFramework();
  const state = assessmentOf(framework, difficultSettings(framework));
  const report = buildReport({ framework, state, identity: null });
  const options = { sections: new Set(SECTION_IDS), now: '2026-11-21T09:30:00.000Z', toolVersion: '0.1.0' };
  return buildDocument(report, framework, localiser, options);
}

/** What of one kind looks different: each is shown once of a document. */
function variantOf(block: Block, { id }: Section): string {
  if (block.kind === 'heading') return `${block.kind} ${block.level}`;
  if (block.kind === 'paragraph') return `${block.kind} ${block.role}`;
  if (block.kind === 'record') return `${block.kind} ${typeof block.level}`;
  return block.kind === 'table' ? `${block.kind} ${id}` : block.kind;
}

function firstOfEach({ sections }: ReportDocument): { block: Block; orientation: Section['orientation'] }[] {
  const found = new Map<string, { block: Block; orientation: Section['orientation'] }>();
  for (const section of sections) {
    for (const block of section.blocks) {
      const variant = variantOf(block, section);
      if (!found.has(variant)) found.set(variant, { block, orientation: section.orientation });
    }
  }
  return [...found.values()];
}

/**
 * Every kind of block on a sheet of its own: as the report of a difficult framework has it, then in plain words. A kind
 * of which there is no example has an empty sheet.
 */
export function blockSheets(localiser: Localiser): ReportDocument {
  const difficult = difficultReport(localiser);
  const examples = [...firstOfEach(difficult), ...firstOfEach(documentOf(WORDS[localiser.language.code] ?? ENGLISH))];
  const sections = BLOCK_KINDS.map((kind, index): Section => {
    const own = examples.filter(({ block }) => block.kind === kind);
    const orientation = own.some((one) => one.orientation === 'landscape') ? 'landscape' : 'portrait';
    return { id: PLACES[index]!, number: null, title: kind, orientation, blocks: own.map(({ block }) => block) };
  });
  return { ...difficult, sections };
}
