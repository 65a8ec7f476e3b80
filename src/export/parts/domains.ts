import type { ReportIndicator, ReportNode } from '../../report/report.ts';
import { codeList, joinTexts } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, SectionId, Text } from '../document/document.ts';
import { wordSentence } from './word-sentence.ts';
import { writtenParagraphs } from './written-paragraphs.ts';
import { evidenceNumber } from './evidence.ts';
import { fromTo } from './gap-words.ts';
import { standingWords } from './law-and-practice.ts';

/** A chapter names the first ones; the annex has them all. */
const LISTED = 5;
/** Steps of the framework where no action is planned: a reminder, not a plan. */
const SUGGESTED = 3;
/** What a State puts in place, as against what is done with it. */
const MECHANISMS = ['law', 'institution', 'policy', 'data'] as const;

function part(context: DocumentContext, title: string, items: readonly Text[], total: number, see: SectionId): Block[] {
  if (items.length === 0) return [];
  const left = total - items.length;
  const more =
    left > 0 ? [joinTexts(context.t('report.summary.more', { count: left }), ...seeAfter(context, see))] : [];
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'list', items: [...items, ...more] },
  ];
}

function seeAfter(context: DocumentContext, section: SectionId): Text[] {
  const see = context.seeSection(section);
  return see.length === 0 ? [] : [context.t('report.colon'), see];
}

/** The documents that a person can ask for, by number: `(E3, E7)`. */
function documentsOf(context: DocumentContext, { evidence }: ReportIndicator): Text {
  const numbers = context.report.evidence
    .filter(({ id }) => evidence.includes(id))
    .map((one) => evidenceNumber(context, one));
  return numbers.length === 0 ? '' : joinTexts(' (', codeList(numbers), ')');
}

/** Laws, institutions, policies and data that stand above the lowest level, by what they are. */
function mechanisms(context: DocumentContext, own: readonly ReportIndicator[]): Text[] {
  return MECHANISMS.flatMap((kind): Text[] => {
    const there = own.filter((one) => one.kind === kind && (one.position ?? 0) > 1);
    if (there.length === 0) return [];
    const named = there.map((one, index) =>
      joinTexts(
        index === 0 ? '' : context.t('report.separator'),
        codeAndTitle(context, one.id),
        documentsOf(context, one),
      ),
    );
    return [joinTexts([{ text: context.t(`report.kind.${kind}`), strong: true }], context.t('report.colon'), ...named)];
  });
}

function areaItem(context: DocumentContext, indicator: ReportIndicator): Text {
  const missing = indicator.missingRequirements[0];
  return joinTexts(
    codeAndTitle(context, indicator.id),
    ` (${fromTo(context, indicator)})`,
    ...(missing === undefined ? [] : [context.t('report.colon'), [context.quote(context.requirement(missing))]]),
  );
}

/** Actions of the plan on the domain; without any, the first step that the framework suggests for its widest gaps. */
function actionPart(context: DocumentContext, own: readonly ReportIndicator[], areas: readonly string[]): Block[] {
  const { report, t, localiser, options, texts } = context;
  if (!options.sections.has('plan') && !options.sections.has('gaps')) return [];
  const ids = new Set(own.map(({ id }) => id));
  const actions = report.plan.filter(({ indicators }) => indicators.some((id) => ids.has(id)));
  const items = actions.slice(0, LISTED).map((action): Text => {
    const facts = [
      ...(action.lead === null ? [] : [t('report.gaps.lead', { lead: context.institutionName(action.lead) })]),
      ...(action.end === null ? [] : [t('report.gaps.deadline', { date: localiser.date(action.end) })]),
    ];
    return joinTexts(
      localiser.text(action.activity ?? t('report.notGiven')),
      ...(facts.length === 0 ? [] : [` (${facts.join(t('report.separator'))})`]),
    );
  });
  if (items.length > 0) return part(context, t('report.domains.actions'), items, actions.length, 'plan');
  const steps = areas.slice(0, SUGGESTED).flatMap((id): Text[] => {
    const target = context.indicatorById.get(id)?.target;
    const step = target === null || target === undefined ? undefined : texts.indicators[id]?.advance?.[target];
    return step === undefined ? [] : [joinTexts([{ text: id, code: true }], ' ', [context.quote(step)])];
  });
  return part(context, t('report.domains.suggested'), steps, steps.length, 'gaps');
}

function chapter(context: DocumentContext, { id }: ReportNode): Block[] {
  const { report, t, texts } = context;
  const own = report.indicators.filter(({ domain, status }) => domain === id && status !== 'out-of-scope');
  if (own.length === 0) return [];
  const ids = new Set(own.map((one) => one.id));
  const strengths = report.strengths.filter((one) => ids.has(one));
  const areas = report.developmentAreas.filter((one) => ids.has(one));
  const summary = texts.domains[id]?.summary;
  const words = report.sentences.flatMap((sentence) =>
    sentence.id === `domain.levels.${id}` ? (wordSentence(context, sentence) ?? []) : [],
  );
  const notes = report.sentences.flatMap((sentence) =>
    sentence.id === `domain.note.${id}` && sentence.edited !== null
      ? writtenParagraphs(context, wordSentence(context, sentence) ?? '')
      : [],
  );
  const opening = joinTexts(
    ...(summary === undefined ? [] : [[context.quote(summary)], ' ']),
    ...words.map((text) => [{ text }]),
  );
  const named = mechanisms(context, own);
  return [
    { kind: 'heading', level: 2, text: [context.quote(context.domainTitle(id))] },
    ...(opening.length === 0 ? [] : [{ kind: 'paragraph', role: 'body', text: opening } as const]),
    ...notes.map((text): Block => ({ kind: 'paragraph', role: 'body', text })),
    ...part(context, t('report.domains.mechanisms'), named, named.length, 'indicators'),
    ...part(
      context,
      t('report.domains.strengths'),
      strengths
        .slice(0, LISTED)
        .map((one) => joinTexts(codeAndTitle(context, one), t('report.colon'), standingWords(context, one))),
      strengths.length,
      'heat-map',
    ),
    ...part(
      context,
      t('report.domains.areas'),
      areas.slice(0, LISTED).flatMap((one) => {
        const indicator = context.indicatorById.get(one);
        return indicator === undefined ? [] : [areaItem(context, indicator)];
      }),
      areas.length,
      'gaps',
    ),
    ...actionPart(context, own, areas),
  ];
}

/** A chapter a domain: what is in place, strengths, aspects to develop further, and what is proposed. */
export function domainBlocks(context: DocumentContext): Block[] {
  if (context.report.coverage.answered === 0) return [];
  return context.report.domains.flatMap((domain) => chapter(context, domain));
}
