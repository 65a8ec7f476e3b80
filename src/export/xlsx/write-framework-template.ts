import { tableOfFramework } from '../../domain/foreign/table-of-framework.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { writeSheets } from './write-sheets.ts';

/** Enough to see how a row is filled in. */
const EXAMPLES = 6;
const NARROW = 14;
const MEDIUM = 24;
const WIDE = 44;

/** The workbook in which a framework can be written as a table, filled in with the first questions of `framework` as an example. */
export function writeFrameworkTemplate(framework: Framework, localiser: Localiser): Promise<Uint8Array> {
  const { language, t } = localiser;
  const [first] = framework.indicators;
  const examples = framework.indicators.filter(({ scale }) => scale === first?.scale).slice(0, EXAMPLES);
  const { titles, rows, about } = tableOfFramework(framework, language.code, examples);
  const widths = titles.map((_, place) => (place < 2 ? MEDIUM : place === 2 ? NARROW : WIDE));
  return writeSheets(
    [
      {
        name: t('frameworks.template.questions'),
        columns: titles.map((title, place) => ({ title, width: widths[place] ?? WIDE })),
        rows,
        sticky: 3,
      },
      {
        name: t('frameworks.template.about'),
        columns: ['what', 'value'].map((one, place) => ({
          title: t(one === 'what' ? 'frameworks.template.what' : 'frameworks.template.value'),
          width: place === 0 ? MEDIUM : WIDE,
        })),
        rows: about,
        sticky: 0,
      },
    ],
    {
      language: language.code,
      rightToLeft: language.direction === 'rtl',
      head: t('frameworks.template.questions'),
    },
  );
}
