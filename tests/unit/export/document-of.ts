import { buildDocument } from '../../../src/export/parts/build-document.ts';
import type { DocumentOptions } from '../../../src/export/parts/document-context.ts';
import type { Block, BlockOf, ReportDocument, SectionId, Text } from '../../../src/export/document/document.ts';
import { SECTION_IDS } from '../../../src/export/document/document.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { findLanguage } from '../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { publicReport } from '../../../src/report/public-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { readCatalogue } from '../i18n/read-catalogue.ts';

/** The framework of the tests: seven indicators in two domains, two pairs, two scales. */
export const paired: Framework = deepFreeze(pairedFramework());
const ALL: ReadonlySet<SectionId> = new Set<SectionId>(SECTION_IDS);
const identity = { id: 'meridia-2026', round: '1', parent: null };
const localiserOf = (code: string) => createLocaliser(findLanguage(code)!, readCatalogue(code));

/** The document that these settings make, from frozen input. */
export function documentOf(
  settings: readonly Setting[],
  given: {
    framework?: Framework;
    language?: string;
    sections?: ReadonlySet<SectionId>;
    edition?: 'internal' | 'public';
    second?: string;
    /** Settings of the round before. */
    previous?: readonly Setting[];
    options?: Partial<DocumentOptions>;
  } = {},
): ReportDocument {
  const { framework = paired, language = 'en', sections = ALL, edition = 'internal', second, previous } = given;
  const before =
    previous === undefined
      ? null
      : { framework, state: assessmentOf(framework, previous), identity: { ...identity, id: 'before' } };
  const whole = buildReport({
    framework,
    state: assessmentOf(framework, settings),
    identity,
    ...(before === null ? {} : { previous: before }),
  });
  const report = deepFreeze(edition === 'public' ? publicReport(whole) : whole);
  const options: DocumentOptions = {
    sections: new Set(sections),
    now: '2026-11-21T09:30:00.000Z',
    toolVersion: '0.1.0',
    ...given.options,
    second: second === undefined ? null : localiserOf(second),
  };
  return buildDocument(report, framework, localiserOf(language), options);
}

/** The parts that a document has. */
export const partsOf = ({ sections }: ReportDocument): SectionId[] => sections.map(({ id }) => id);

/** A text as it is read, without pages. */
export const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((part) => ('text' in part ? part.text : '')).join('');

/** Every text of a part of a document, as it would be read. */
export function textsOf(document: ReportDocument, id: SectionId): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) {
      if (
        value.length > 0 &&
        value.every((part) => typeof part === 'object' && part !== null && ('text' in part || 'pageOf' in part))
      ) {
        found.push(plain(value as Text));
      }
      value.forEach(walk);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(document.sections.find((section) => section.id === id)?.blocks);
  return found;
}

/** The first block of a kind in a part. */
export function blockOf<Kind extends Block['kind']>(
  document: ReportDocument,
  id: SectionId,
  kind: Kind,
): BlockOf<Kind> {
  const block = document.sections.find((section) => section.id === id)?.blocks.find((one) => one.kind === kind);
  if (block === undefined) throw new Error(`${id} has no ${kind}`);
  return block as BlockOf<Kind>;
}

/** The cells of a table as paragraphs. */
export function cellsOf({ rows }: BlockOf<'table'>): string[][][] {
  return rows.map((row) => ('cells' in row ? row.cells.map((cell) => cell.map(plain)) : [[plain(row.group)]]));
}
