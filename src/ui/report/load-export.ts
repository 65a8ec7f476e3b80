import { keepLastDocuments } from './keep-last-documents.ts';

async function load() {
  const [
    { buildDocument, listParts },
    { optionsOf, PRESET_IDS, presetOf, REPORT_PRESETS },
    { PUBLISHABLE_PARTS, partsOfEdition },
    { editableDecision, POINT_CHARACTERS },
    { listSentences },
    { paperFormats, REPORT_FORMAT_IDS, REPORT_FORMATS, writePaper },
    { papersFor },
    { standingOf },
  ] = await Promise.all([
    import('../../export/parts/build-document.ts'),
    import('../../export/parts/report-presets.ts'),
    import('../../export/parts/parts-of-edition.ts'),
    import('../../export/parts/word-decision.ts'),
    import('../../export/parts/list-sentences.ts'),
    import('../../export/formats.ts'),
    import('../../export/letters/paper-ids.ts'),
    import('../../export/letters/standing.ts'),
  ]);
  const documents = {
    buildDocument: keepLastDocuments(buildDocument),
    editableDecision,
    listParts,
    listSentences,
    optionsOf,
    partsOfEdition,
    POINT_CHARACTERS,
    PRESET_IDS,
    presetOf,
    PUBLISHABLE_PARTS,
    REPORT_PRESETS,
  };
  return { ...documents, paperFormats, papersFor, REPORT_FORMAT_IDS, REPORT_FORMATS, standingOf, writePaper };
}

export type Exporting = Awaited<ReturnType<typeof load>>;

let loading: Promise<Exporting> | null = null;

/** What builds and writes documents, which comes when a report is wanted; once for a page of the browser. */
export function loadExport(): Promise<Exporting> {
  return (loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  }));
}
