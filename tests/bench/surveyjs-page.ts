import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMainFramework } from './merge-files.ts';
import { peerFile } from './peers.ts';

const PARTS = [
  'survey-core/survey.core.min.js',
  'survey-core/survey-core.fontless.min.css',
  'survey-js-ui/survey-js-ui.min.js',
];

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Survey</title><link rel="stylesheet" href="survey-core.fontless.min.css">
<script defer src="survey.core.min.js"></script><script defer src="survey-js-ui.min.js"></script>
<script defer src="survey.js"></script></head><body><div id="survey"></div></body></html>
`;

/** The main instrument in English: a page a domain, a question of one choice with its levels, and a comment. */
function surveyOf(): unknown {
  const { structure, texts, indicators } = readMainFramework();
  const words = texts['en']!;
  const pages = structure.domains.map(({ id }) => ({
    name: id,
    title: words.domains[id]?.title ?? id,
    elements: indicators
      .filter(({ domain }) => domain === id)
      .map((indicator) => {
        const own = words.indicators[indicator.id]!;
        const choices = structure.scales[indicator.scale]!.levels.map(({ id: value }) => ({
          value,
          text: [words.scales[indicator.scale]?.[value] ?? value, ...(own.levels[value] ?? [])].join(' '),
        }));
        const description = own.note ?? '';
        return {
          type: 'radiogroup',
          name: indicator.id,
          title: own.question,
          description,
          choices,
          showCommentArea: true,
        };
      }),
  }));
  return { title: words.title, pages };
}

/** A folder with the same indicators as a form of SurveyJS, built of the files that it ships. Throws `NotHere`. */
export function makeSurveyPage(): string {
  const files = PARTS.map(peerFile);
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-surveyjs-'));
  for (const file of files) copyFileSync(file, path.join(folder, path.basename(file)));
  const show = `SurveyUI.renderSurvey(new Survey.Model(${JSON.stringify(surveyOf())}), document.getElementById('survey'));`;
  writeFileSync(path.join(folder, 'survey.js'), show);
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  return folder;
}

/** When the first question can be answered. */
export const SURVEY_ANSWER = '#survey input[type=radio]:enabled';
