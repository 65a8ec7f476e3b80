import { readCrosswalks } from '../../src/cli/read-crosswalks.ts';
import { readLocaliser } from '../../src/cli/read-catalogue.ts';
import { makeSample } from '../../src/content/make-sample.ts';
import { readAssessment } from '../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../src/domain/registers/fold.ts';
import type { ReportDocument } from '../../src/export/document/document.ts';
import { PRINTED_FACE } from '../../src/export/document/text-face.ts';
import { buildDocument } from '../../src/export/parts/build-document.ts';
import { optionsOf } from '../../src/export/parts/report-presets.ts';
import { findLanguage } from '../../src/i18n/languages.ts';
import { buildReport, robustnessOf } from '../../src/report/build-report.ts';
import { readMainFramework } from './merge-files.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 9, 30);

/** The report of the fictional sample in English, as its page offers it. */
export async function sampleReport(preset: 'full' | 'summary'): Promise<ReportDocument> {
  const framework = readMainFramework();
  const identity = { id: 'a1', round: 'r1', parent: null };
  const surroundings = { nowMs: () => NOW_MS, randomHex16: () => 'a'.repeat(16) };
  const entries = await makeSample({ identity, framework, language: 'en', surroundings });
  const state = readAssessment(fold(entries), framework);
  const robustness = robustnessOf({ framework, state, identity });
  const report = buildReport({ framework, state, identity, robustness });
  const options = {
    ...optionsOf(preset),
    now: '2026-11-21',
    toolVersion: '0.1.0',
    face: PRINTED_FACE,
    crosswalks: readCrosswalks(framework),
  };
  return buildDocument(report, framework, readLocaliser(findLanguage('en')!), options);
}
