import type { MethodOverride } from '../../domain/framework/framework-schema.ts';
import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, KeyValue, Text } from '../document/document.ts';

const ROUNDED = ['indicator', 'subdomain', 'domain', 'overall'] as const;

/** Parts of the framework that replace the method for themselves and all below. */
function overridden({ framework }: DocumentContext): { id: string; method: MethodOverride }[] {
  const { domains } = framework.structure;
  const below = domains.flatMap((domain) => [
    domain,
    ...(domain.subdomains ?? []),
    ...(domain.indicators ?? []),
    ...(domain.subdomains ?? []).flatMap(({ indicators }) => indicators),
  ]);
  return below.flatMap(({ id, method }) => (method === undefined ? [] : [{ id, method }]));
}

function roundingWords({ t, framework, report }: DocumentContext): Text[] {
  const { rounding } = framework.structure.method;
  const own = ROUNDED.flatMap((kind) => {
    const decimals = rounding[kind];
    return decimals === undefined ? [] : [t('report.method.roundingAt', { kind, decimals })];
  });
  const overall = report.overall !== null && report.framework.overallRule === 'required' ? 'yes' : 'no';
  return [...own, t('report.method.roundingPrinted', { overall })];
}

function overrideWords(context: DocumentContext): Text[] {
  return overridden(context).map(({ id, method }) => {
    const title = context.framework.indicatorById.has(id) ? context.indicatorTitle(id) : context.domainTitle(id);
    const parts = [
      ...(method.aggregate === undefined
        ? []
        : [context.t(`results.rule.${method.aggregate}`, { cap: method.cap ?? null })]),
      ...(method.missing === undefined ? [] : [context.t(`report.method.missing.${method.missing}`)]),
      ...(method.notApplicable === undefined ? [] : [context.t(`report.method.notApplicable.${method.notApplicable}`)]),
      ...(method.minimumCoverage === undefined
        ? []
        : [context.t('report.method.coverage', { minimum: context.localiser.percent(method.minimumCoverage) })]),
    ];
    return [context.quote(title), { text: `${context.t('report.colon')}${parts.join(' ')}` }];
  });
}

/** The rules by which this report was computed, stated from the method that computed it. */
export function methodologyBlocks(context: DocumentContext): Block[] {
  const { report, framework, texts, localiser, t } = context;
  const { method } = framework.structure;
  const review =
    report.framework.review[localiser.language.code] ?? report.framework.review[framework.structure.sourceLanguage];
  const reviewed = [texts.review?.by, texts.review?.how].filter((part) => part !== undefined);
  const bands = report.framework.bands.map(({ id, from }) =>
    t('report.howToRead.band', { name: context.bandName(id), from: localiser.number(from, 1) }),
  );
  const exceptions = overrideWords(context);
  const row = (label: string, ...values: Text[]): KeyValue => ({ label, values });
  const rows: KeyValue[] = [
    row(t('report.method.level'), t('report.method.levelText')),
    row(t('report.method.indicator'), t('results.rule.indicator')),
    row(t('report.method.aggregateLabel'), t(`results.rule.${method.aggregate}`, { cap: method.cap ?? null })),
    row(t('report.method.missingLabel'), t(`report.method.missing.${report.framework.missing}`)),
    row(t('report.method.notApplicableLabel'), t(`report.method.notApplicable.${report.framework.notApplicable}`)),
    row(
      t('report.method.coverageLabel'),
      t('report.method.coverage', { minimum: localiser.percent(report.framework.minimumCoverage) }),
    ),
    row(t('report.method.rangeLabel'), t('report.method.range')),
    row(
      t('report.method.bandsLabel'),
      bands.length === 0
        ? t('report.method.noBands')
        : `${bands.join(t('report.separator'))}. ${t('report.method.bands')}`,
    ),
    row(t('report.method.overallLabel'), t(`report.method.overall.${report.framework.overallRule}`)),
    row(t('report.method.roundingLabel'), ...roundingWords(context)),
    row(t('report.method.evidenceLabel'), t('report.method.evidence')),
    row(
      t('report.method.gapLabel'),
      t('report.method.gap'),
      t('report.method.priority', { rule: ruleOfVersion(report.engine) }),
      t('report.method.areas', { rule: ruleOfVersion(report.engine) }),
    ),
    ...(exceptions.length === 0 ? [] : [row(t('report.method.exceptions'), ...exceptions)]),
    row(
      t('report.method.reviewLabel'),
      t(`report.review.${review ?? 'none'}`),
      ...reviewed.map((text): Text => [context.quote(text)]),
      ...(texts.attribution === undefined ? [] : [[context.quote(texts.attribution)]]),
    ),
  ];
  return [
    { kind: 'key-values', rows },
    { kind: 'heading', level: 2, text: t('report.method.limits') },
    {
      kind: 'list',
      items: [
        t('report.method.limit.opinion'),
        t('report.method.limit.comparison'),
        t('report.method.limit.ordinal'),
        t('report.method.limit.law'),
      ],
    },
  ];
}
