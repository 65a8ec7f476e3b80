import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { readSources } from '../read-sources.ts';

const BLOCKS = new Set(['IfBlock', 'EachBlock', 'AwaitBlock', 'KeyBlock']);

/** What stands with the thing it belongs to, or comes with a page: read where it stands, not as a change. */
const PART_OF_A_PAGE = [
  'assess/IndicatorQuestion',
  'assess/IndicatorRail',
  'components/TextField',
  'contribute/DraftReaction',
  'folder/FolderWatch',
  'folder/SharedFolderSection',
  'frameworks/CarryOverDialog',
  'frameworks/SettingChoice',
  'institutions/PackChoices',
  'institutions/PackSection',
  'pages/AboutPage',
  'pages/AssessmentRoute',
  'pages/AssessPage',
  'pages/FrameworkEditPage',
  'pages/FrameworksPage',
  'pages/NewAssessmentPage',
  'pages/ReportPage',
  'pages/TogetherPage',
  'returns/ColumnDialog',
  'returns/PaperEntry',
  'saving/SaveOptionsDialog',
  'settings/StorageSection',
  'shell/FileReminder',
  'shell/UpdateBanner',
  'tour/SampleTour',
  'validation/ValidationBanner',
  'workshop/OpenQuestion',
];

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly value?: readonly { readonly data?: string }[];
}

function comesWithItsWords(value: unknown, inBlock = false): boolean {
  if (value === null || typeof value !== 'object') return false;
  const node = value as Node;
  if (inBlock && node.type === 'Attribute' && node.name === 'role' && node.value?.[0]?.data === 'status') return true;
  const within = inBlock || BLOCKS.has(node.type ?? '');
  return Object.values(value).some((member) => comesWithItsWords(member, within));
}

describe('what is said of a change (saving, making, reading a file)', () => {
  it('has a place that stands before there is something to say, or it would not be heard', () => {
    const late = readSources()
      .filter(({ path }) => path.endsWith('.svelte'))
      .filter(({ text }) => comesWithItsWords(parse(text, { modern: true }).fragment))
      .map(({ path }) => path.replace(/^src\/ui\/|\.svelte$/g, ''));
    expect(late.sort()).toEqual([...PART_OF_A_PAGE].sort());
  });
});
