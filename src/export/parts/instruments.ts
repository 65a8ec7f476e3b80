import type { Report } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { withoutEmptyColumns } from '../document/without-empty-columns.ts';
import type { Block, TableRow } from '../document/document.ts';

type Instrument = Report['instruments'][number];

/** As the country wrote it, else as the list of instruments does. */
export function instrumentName({ options, localiser }: DocumentContext, { code, title }: Instrument): string {
  const crosswalk = options.crosswalks?.get('instruments');
  const texts = crosswalk?.texts[localiser.language.code] ?? crosswalk?.texts['en'];
  return localiser.text(title ?? texts?.codes[code] ?? code);
}

function rowOf(context: DocumentContext, instrument: Instrument): TableRow {
  const { localiser, t, options } = context;
  const { code, status, date, reservations, note } = instrument;
  const year = options.crosswalks?.get('instruments')?.codes.find((known) => known.code === code)?.year;
  const remarks = [reservations, note].flatMap((text) => (text === null ? [] : [localiser.text(text)]));
  return {
    cells: [
      [instrumentName(context, instrument)],
      [year === undefined ? '' : String(year)],
      [t(`report.instruments.status.${status ?? 'unknown'}`)],
      [date === null ? '' : localiser.date(date)],
      remarks,
    ],
  };
}

/** The register of international commitments as the country entered it: no points, no judgement. */
export function instrumentBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  // A register of commitments that nobody began is no part of the report.
  if (report.instruments.length === 0) return [];
  const order = context.options.crosswalks?.get('instruments')?.codes.map(({ code }) => code) ?? [];
  const place = ({ code }: Instrument) => (order.includes(code) ? order.indexOf(code) : order.length);
  const instruments = [...report.instruments].sort((a, b) => place(a) - place(b));
  return [
    { kind: 'paragraph', role: 'note', text: t('report.instruments.intro') },
    {
      kind: 'table',
      caption: t('report.section.instruments'),
      rowHeader: 0,
      ...withoutEmptyColumns(
        [
          { label: t('report.column.instrument'), share: 42 },
          { label: t('report.column.year'), share: 8 },
          { label: t('report.column.status'), share: 14 },
          { label: t('report.column.date'), share: 14 },
          { label: t('report.column.reservations'), share: 22 },
        ],
        instruments.map((instrument) => rowOf(context, instrument)),
      ),
    },
  ];
}
