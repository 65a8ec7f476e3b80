import type { DocumentContext } from './document-context.ts';
import type { Block, KeyValue } from '../document/document.ts';
import { writtenParagraphs } from './written-paragraphs.ts';

/** A line to write on: a space that no writer takes away. */
const ROOM = '\u00a0';

/** Who validated, where and when, and what a correction changed; nothing until it is validated. */
export function validationRows({ report, localiser, t }: DocumentContext): KeyValue[] {
  const { validation } = report;
  if (validation === null || validation.date === null) return [];
  const written = (text: string | null) => (text === null || text.trim() === '' ? 'none' : localiser.text(text));
  const said = t('report.about.validatedBy', {
    date: localiser.date(validation.date),
    forum: written(validation.forum),
    by: written(validation.by),
    function: validation.by === null ? 'none' : written(validation.function),
  });
  return [
    { label: t('report.about.validation'), values: [said] },
    ...(validation.correction === null
      ? []
      : [{ label: t('report.about.correction'), values: writtenParagraphs({ localiser }, validation.correction) }]),
  ];
}

/** Room to sign: for those who were named at the validation, one row each, else for whoever signs. */
export function signatureBlocks({ report, localiser, t }: DocumentContext): Block[] {
  const { validation } = report;
  const heading = t('report.signature.heading');
  const named = validation?.signatories ?? [];
  if (validation === null || named.length === 0) {
    return [
      {
        kind: 'signature',
        heading,
        fields: [
          t('report.signature.name'),
          t('report.signature.function'),
          t('report.signature.date'),
          t('report.signature.stamp'),
        ],
      },
    ];
  }
  const { date, forum } = validation;
  const when = date === null ? [] : [localiser.date(date)];
  return [
    { kind: 'heading', level: 2, text: heading },
    ...when.map((written) => ({
      kind: 'paragraph' as const,
      role: 'body' as const,
      text: t('report.signature.validated', { date: written, forum: forum === null ? 'none' : localiser.text(forum) }),
    })),
    {
      kind: 'table',
      caption: heading,
      rowHeader: 0,
      columns: [
        { label: t('report.signature.name'), share: 30 },
        { label: t('report.signature.function'), share: 34 },
        { label: t('report.signature.room'), share: 36 },
      ],
      rows: named.map((one) => ({
        cells: [
          [localiser.text(one.name)],
          [one.function === null ? '' : localiser.text(one.function)],
          [ROOM, ROOM, ROOM],
        ],
      })),
    },
  ];
}
