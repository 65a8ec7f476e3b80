import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import { standingWords } from './law-and-practice.ts';
import { levelSentences } from './level-sentences.ts';
import type { Block, Inline, TableRow, Text } from '../document/document.ts';

/** Text of another language says so, for those who hear the page. */
function marked(text: Text, language: string): Text {
  const parts = typeof text === 'string' ? [{ text }] : text;
  return parts.map((part): Inline => ('text' in part && part.language === undefined ? { ...part, language } : part));
}

/** The level reached, side by side in both languages: title, level and what it says. */
export function secondLevelBlocks(context: DocumentContext): Block[] {
  const { second, report } = context;
  if (second === null) return [];
  const language = second.localiser.language.code;
  const cell = (own: DocumentContext, id: string, level: string): Text[] => [
    codeAndTitle(own, id),
    [{ text: standingWords(own, id), strong: true }],
    ...levelSentences(own, id, level),
  ];
  const rows = report.domains.flatMap(({ id }): TableRow[] => {
    const own = report.indicators.filter(({ domain, level }) => domain === id && level !== null);
    if (own.length === 0) return [];
    return [
      {
        group: [
          context.quote(context.domainTitle(id)),
          { text: ' · ' },
          { ...second.quote(second.domainTitle(id)), language },
        ],
      },
      ...own.map((one): TableRow => ({
        cells: [
          cell(context, one.id, one.level ?? ''),
          cell(second, one.id, one.level ?? '').map((text) => marked(text, language)),
        ],
      })),
    ];
  });
  if (rows.length === 0) return [];
  const half = (own: DocumentContext) => ({ label: own.localiser.language.name, share: 50 });
  return [
    {
      kind: 'table',
      caption: context.t('report.section.secondLevels'),
      rowHeader: 0,
      columns: [half(context), half(second)],
      rows,
    },
  ];
}
