import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { ReportIndicator, ReportNode } from '../../report/report.ts';
import { joinTexts } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, SectionId, Text } from '../document/document.ts';
import { wordSentence } from './word-sentence.ts';
import { aroundRun, writtenParagraphs } from './written-paragraphs.ts';
import { fromTo } from './gap-words.ts';
import { standingWords } from './law-and-practice.ts';
import { mechanisms } from './mechanisms.ts';
import { practiceBlocks } from './narrative.ts';

/** A chapter names the first ones; the annex has them all. */
const LISTED = 5;
/** Steps of the framework where no action is planned: a reminder, not a plan. */
const SUGGESTED = 3;
function part(context: DocumentContext, title: string, items: readonly Text[], total: number, see: SectionId): Block[] {
  if (items.length === 0) return [];
  const left = total - items.length;
  const words = see === 'plan' ? 'report.domains.moreActions' : 'report.summary.more';
  const more = left > 0 ? [joinTexts(context.t(words, { count: left }), ...seeAfter(context, see))] : [];
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'list', items: [...items, ...more] },
  ];
}

function seeAfter(context: DocumentContext, section: SectionId): Text[] {
  const see = context.seeSection(section);
  return see.length === 0 ? [] : [context.t('report.colon'), see];
}

function areaItem(context: DocumentContext, indicator: ReportIndicator): Text {
  const missing = indicator.missingRequirements[0];
  return joinTexts(
    codeAndTitle(context, indicator.id),
    ` (${fromTo(context, indicator)})`,
    ...(missing === undefined
      ? []
      : [
          context.t('report.colon'),
          // A requirement is worded as met: its words alone would say that it is.
          aroundRun(context, 'report.gaps.toMeet', 'requirement', context.quote(context.requirement(missing))),
        ]),
  );
}

type Action = DocumentContext['report']['plan'][number];

/** `Train the inspectors (Lead: Labour; by 1 March 2027; under way)`; `done: Train the inspectors`, as it is worded as a task. */
function actionItem(context: DocumentContext, { activity, lead, end, status }: Action): Text {
  const { t, localiser } = context;
  const facts = [
    ...(lead === null ? [] : [t('report.gaps.lead', { lead: context.institutionName(lead) })]),
    ...(end === null ? [] : [t('report.gaps.deadline', { date: localiser.date(end) })]),
    ...(status === 'done' ? [] : [t(`report.plan.status.${status}`)]),
  ];
  const details = facts.length === 0 ? '' : ` (${facts.join(t('report.separator'))})`;
  const before = status === 'done' ? [{ text: `${t('report.plan.status.done')}${t('report.colon')}` }] : [];
  return [...before, { text: localiser.text(activity ?? t('report.notGiven')), apart: true }, { text: details }];
}

/**
 * Actions of the plan on the domain: those that are done, then the others with their state; without any of these, the
 * first step that the framework suggests for its widest gaps.
 */
function actionParts(context: DocumentContext, own: readonly ReportIndicator[], areas: readonly string[]): Block[] {
  const { report, t, options, texts } = context;
  if (!options.sections.has('plan') && !options.sections.has('gaps')) return [];
  const ids = new Set(own.map(({ id }) => id));
  const actions = report.plan.filter(({ indicators }) => indicators.some((id) => ids.has(id)));
  const listed = (title: string, some: readonly Action[]) => {
    const items = some.slice(0, LISTED).map((action) => actionItem(context, action));
    return part(context, title, items, some.length, 'plan');
  };
  const done = actions.filter(({ status }) => status === 'done');
  const open = actions.filter(({ status }) => status !== 'done');
  const steps = areas.slice(0, open.length === 0 ? SUGGESTED : 0).flatMap((id): Text[] => {
    const target = context.indicatorById.get(id)?.target;
    const step = target === null || target === undefined ? undefined : texts.indicators[id]?.advance?.[target];
    return step === undefined ? [] : [joinTexts([{ text: id, code: true }], ' ', [context.quote(step)])];
  });
  return [
    ...listed(t('report.domains.done'), done),
    ...listed(t('report.domains.actions'), open),
    ...part(context, t('report.domains.suggested'), steps, steps.length, 'gaps'),
  ];
}

/** Why nothing is said of a domain. */
function nothingWords({ t }: DocumentContext, own: readonly ReportIndicator[]): string {
  const isApplicable = own.some(({ status }) => status !== 'not-applicable');
  return t(isApplicable ? 'report.domains.unanswered' : 'report.domains.notApplicable');
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
  const practice = practiceBlocks(context, id);
  const blocks: Block[] = [
    ...(opening.length === 0 ? [] : [{ kind: 'paragraph', role: 'body', text: opening } as const]),
    ...notes.map((text): Block => ({ kind: 'paragraph', role: 'body', text })),
    ...part(context, t('report.domains.mechanisms'), named, named.length, 'indicators'),
    ...part(
      context,
      t('report.domains.strengths'),
      strengths
        .slice(0, LISTED)
        .map((one) =>
          joinTexts(codeAndTitle(context, one), t('report.colon'), [
            { text: standingWords(context, one), apart: true },
          ]),
        ),
      strengths.length,
      'heat-map',
    ),
    ...(practice.length === 0
      ? []
      : [{ kind: 'heading', level: 3, text: t('report.domains.practice') } as const, ...practice]),
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
    ...actionParts(context, own, areas),
  ];
  // A title with nothing below it would look forgotten.
  const left: Block = { kind: 'paragraph', role: 'note', text: nothingWords(context, own) };
  return [
    { kind: 'heading', level: 2, text: [context.quote(context.domainTitle(id))] },
    ...(blocks.length === 0 ? [left] : blocks),
  ];
}

/** A chapter a domain: what is in place, strengths, a good practice, aspects to develop further, what is done and planned. */
export function domainBlocks(context: DocumentContext): Block[] {
  if (context.report.coverage.answered === 0) return [];
  const { report, t } = context;
  const order = t('report.domains.order', { rule: ruleOfVersion(report.engine) });
  const note: Block[] = report.developmentAreas.length === 0 ? [] : [{ kind: 'paragraph', role: 'note', text: order }];
  return [...note, ...report.domains.flatMap((domain) => chapter(context, domain))];
}
