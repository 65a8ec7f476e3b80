import { textIn } from '../../domain/by-language.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, KeyValue } from '../document/document.ts';
import { writtenParagraphs } from './written-paragraphs.ts';

/** What was written in the language of the report; null where nothing was. */
function inLanguage<Value>(
  { localiser }: DocumentContext,
  texts: Readonly<Record<string, Value>> | null,
): Value | null {
  return textIn(texts, localiser.language.code) ?? null;
}

const paragraphs = (context: DocumentContext, texts: Readonly<Record<string, string>> | null) =>
  writtenParagraphs(context, inLanguage(context, texts) ?? '').map((text): Block => ({
    kind: 'paragraph',
    role: 'body',
    text,
  }));

/** Who stands for the report, in their own words. */
export function forewordBlocks(context: DocumentContext): Block[] {
  return paragraphs(context, context.report.round.foreword);
}

export function acknowledgementBlocks(context: DocumentContext): Block[] {
  return paragraphs(context, context.report.round.acknowledgements);
}

/** A good practice of a domain; nothing where nobody named one. */
export function practiceBlocks(context: DocumentContext, domain: string): Block[] {
  return paragraphs(context, context.report.practices.find((one) => one.domain === domain)?.texts ?? null);
}

/** Over all domains, each in its paragraphs, under its number. */
export function recommendations(context: DocumentContext): KeyValue[] {
  const written = inLanguage(context, context.report.round.recommendations) ?? [];
  return written
    .map((text) => writtenParagraphs(context, text))
    .filter(({ length }) => length > 0)
    .map((values, index) => ({
      label: context.t('report.recommendation', { number: context.number(index + 1) }),
      values,
    }));
}

export function recommendationBlocks(context: DocumentContext): Block[] {
  const rows = recommendations(context);
  return rows.length === 0 ? [] : [{ kind: 'key-values', rows }];
}

/** Name, value, year and source of each figure of the country, typeset; a figure of which nothing is written is none. */
export function keyFigures(context: DocumentContext): readonly (readonly [string, string, string, string])[] {
  const write = (text: string) => context.localiser.text(text.trim());
  return (inLanguage(context, context.report.round.keyFigures) ?? [])
    .map(({ name, value, year, source }) => [write(name), write(value), write(year), write(source)] as const)
    .filter((figure) => figure.some((text) => text !== ''));
}

export function keyFigureBlocks(context: DocumentContext): Block[] {
  const { t } = context;
  const figures = keyFigures(context);
  if (figures.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t('report.section.keyFigures'),
      rowHeader: 0,
      columns: [
        { label: t('report.keyFigure.name'), share: 40 },
        { label: t('report.keyFigure.value'), share: 20 },
        { label: t('report.column.year'), share: 10 },
        { label: t('report.keyFigure.source'), share: 30 },
      ],
      rows: figures.map((figure) => ({ cells: figure.map((text) => (text === '' ? [] : [text])) })),
    },
  ];
}
