import { describe, expect, it } from 'vitest';
import { readSources } from '../read-sources.ts';

/** `{#each items as item (key)}`: the last parenthesis of the tag. */
const KEYED = /\{#each\s([^{}]|\{[^{}]*\})*?\(([^()]*)\)\}/g;
/** Names by which lists of words go. Two of them may be alike: a country and a title, the names of two indicators. */
const WORDS =
  /(^|\.)(text|title|label|name|heading|term|line|sentence|remark|notice|prompt|suggestion|word|words|symbol|message|note|field|code)$/;
/** Which of these are no words that somebody wrote, and why no two are alike. */
const ALIKE_NEVER = [
  ['src/ui/folder/FolderFiles.svelte', 'name', 'files of one folder'],
  ['src/ui/frameworks/WordsField.svelte', 'code', 'languages'],
  ['src/ui/institutions/PackChoices.svelte', 'code', 'languages'],
  ['src/ui/instruments/InstrumentTable.svelte', 'row.code', 'keys of a crosswalk'],
  ['src/ui/plan/ActionEditor.svelte', 'code', 'indicators of a framework'],
  ['src/ui/plan/ActionEditor.svelte', 'field', 'names of fields'],
  ['src/ui/report/HeatMapFigure.svelte', 'cell.code', 'indicators of a framework'],
  ['src/ui/report/ReportChoices.svelte', 'code', 'languages'],
  ['src/ui/report/ReportTable.svelte', 'line', 'the place in the cell'],
  ['src/ui/results/LensCodes.svelte', 'row.code', 'keys of a map'],
  ['src/ui/settings/LanguagesSection.svelte', 'code', 'languages'],
  ['src/ui/shell/LanguageSwitch.svelte', 'code', 'languages'],
  ['src/ui/workshop/RoomLanguageChoice.svelte', 'code', 'languages'],
  ['src/ui/workshop/WhatDivides.svelte', 'code', 'languages'],
  ['src/ui/workshop/WorkshopHead.svelte', 'code', 'languages'],
  ['src/ui/workshop/WorkshopLevels.svelte', 'code', 'languages'],
  ['src/ui/workshop/WorkshopPositions.svelte', 'code', 'languages'],
  ['src/ui/workshop/WorkshopVote.svelte', 'code', 'languages'],
] as const;

const keys = readSources('src')
  .filter(({ path }) => path.endsWith('.svelte'))
  .flatMap(({ path, text }) => [...text.matchAll(KEYED)].map(([, , key = '']) => ({ path, key })));

describe('lists on a screen', () => {
  it('are found', () => {
    expect(keys.length).toBeGreaterThan(150);
  });

  it('of words are told apart by their place: two of them may be alike, and two keys that are alike take the page away', () => {
    const byWords = keys.filter(({ key }) => WORDS.test(key)).map(({ path, key }) => `${path} ${key}`);
    expect([...new Set(byWords)].sort()).toEqual(ALIKE_NEVER.map(([path, key]) => `${path} ${key}`).sort());
  });
});
