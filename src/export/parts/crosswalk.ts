import { codeWithoutWords } from '../../domain/framework/code-without-words.ts';
import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { joinTexts } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, Inline, TableRow } from '../document/document.ts';
import { markedSign } from './level-marks.ts';

/** What readers of the report count by. The sub-categories of SDG 10.7.2 belong to those who report on it. */
const SHOWN = ['migof', 'sdg', 'gcm', 'mgi6'] as const;
const BY_LENS: Readonly<Record<string, readonly string[]>> = { mgi6: [...SHOWN, 'sdg1072'] };
/** Where more are related to one code, their number is all that a line can say. */
const NAMED = 5;
/** Dimensions of `mgi6` that have no domain of their own in a framework of five: well-being, and crises. */
const LANDING = ['4', '5'];

function codeOf({ report }: DocumentContext, key: string, code: string) {
  return report.lenses.find((lens) => lens.key === key)?.codes.find((one) => one.code === code);
}

/** Indicators in scope that a framework relates to a code of another system, in the framework's order. */
export function relatedIndicators(context: DocumentContext, key: string, code: string): ReportIndicator[] {
  const { indicators = [] } = codeOf(context, key, code) ?? {};
  return indicators.flatMap((id) => context.indicatorById.get(id) ?? []);
}

/** Whether the assessment shows a crosswalk: those it chose, else those that are shown by default. */
function isShown({ report }: DocumentContext, crosswalk: Crosswalk): boolean {
  return report.round.lenses?.includes(crosswalk.key) ?? crosswalk.default;
}

/** The words of a crosswalk in the reader's language, else in English, else in its first. */
export function crosswalkTexts({ localiser }: DocumentContext, { texts, languages }: Crosswalk) {
  return texts[localiser.language.code] ?? texts['en'] ?? texts[languages[0] ?? ''];
}

function nOfN({ t, number }: DocumentContext, { count, of }: { readonly count: number; readonly of: number }): string {
  return t('report.nOfN', { count, of: number(of) });
}

/** Code with the sign of its level: `IC-02:3*`. */
function codeWithLevel(context: DocumentContext, indicator: ReportIndicator): string {
  const { t } = context;
  const { id, level, status } = indicator;
  const open = {
    unknown: t('report.sign.unknown'),
    'not-applicable': t('report.sign.notApplicable'),
  } as const;
  const sign =
    level === null
      ? status === 'unknown' || status === 'not-applicable'
        ? open[status]
        : t('report.sign.unanswered')
      : markedSign(context, indicator);
  return t('report.crosswalk.codeAndSign', { sign: id, count: sign });
}

function crosswalkTable(context: DocumentContext, crosswalk: Crosswalk): Block[] {
  const { t, localiser } = context;
  const words = crosswalkTexts(context, crosswalk);
  const rows = crosswalk.codes.flatMap(({ code }): TableRow[] => {
    const related = relatedIndicators(context, crosswalk.key, code);
    if (related.length === 0) return [];
    const named = related.length > NAMED ? [] : related;
    const codes = named.flatMap((one, index): Inline[] => [
      ...(index === 0 ? [] : [{ text: '  ' }]),
      { text: codeWithLevel(context, one), code: true },
    ]);
    const { atOrAbove } = codeOf(context, crosswalk.key, code) ?? {};
    const counts = atOrAbove === undefined || atOrAbove.of === 0 ? t('report.none') : nOfN(context, atOrAbove);
    const printed = codeWithoutWords(code) || t('report.none');
    return [
      {
        cells: [
          [[{ text: printed, code: true }]],
          [localiser.text(words?.codes[code] ?? code)],
          [counts],
          // A dash would say that there is none.
          codes.length === 0 ? [t('report.crosswalk.many', { count: related.length })] : [codes],
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  const title = localiser.text(words?.title ?? crosswalk.key);
  return [
    { kind: 'heading', level: 2, text: title },
    ...(words?.description === undefined
      ? []
      : [{ kind: 'paragraph', role: 'note', text: localiser.text(words.description) } as const]),
    {
      kind: 'table',
      caption: title,
      rowHeader: 0,
      columns: [
        { label: t('report.crosswalk.code'), share: 7 },
        { label: t('report.crosswalk.title'), share: 43 },
        { label: t('report.profile.atOrAbove'), share: 11 },
        { label: t('report.crosswalk.related'), share: 39 },
      ],
      rows,
    },
  ];
}

/** In which domains the indicators on well-being and on crises stand. */
function landingWords(context: DocumentContext): Block[] {
  const crosswalk = context.options.crosswalks?.get('mgi6');
  if (crosswalk === undefined) return [];
  const words = crosswalkTexts(context, crosswalk);
  const items = LANDING.flatMap((code) => {
    const related = relatedIndicators(context, 'mgi6', code);
    const domains = context.report.domains.flatMap(({ id }) => {
      const count = related.filter(({ domain }) => domain === id).length;
      return count === 0 ? [] : [`${context.domainTitle(id)} (${context.number(count)})`];
    });
    if (domains.length === 0) return [];
    const dimension = context.localiser.text(words?.codes[code] ?? code);
    return [joinTexts([{ text: dimension, strong: true }], context.t('report.colon'), context.localiser.list(domains))];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', role: 'body', text: context.t('report.crosswalk.landing') },
    { kind: 'list', items },
  ];
}

/** What the indicators are related to elsewhere: never "compliant with". */
export function crosswalkBlocks(context: DocumentContext): Block[] {
  const { options, report, t } = context;
  if (report.coverage.answered === 0) return [];
  const keys = BY_LENS[options.lens ?? ''] ?? SHOWN;
  const tables = keys.flatMap((key) => {
    const crosswalk = options.crosswalks?.get(key);
    return crosswalk === undefined || !isShown(context, crosswalk) ? [] : crosswalkTable(context, crosswalk);
  });
  if (tables.length === 0) return [];
  return [{ kind: 'paragraph', role: 'note', text: t('report.crosswalk.note') }, ...landingWords(context), ...tables];
}
