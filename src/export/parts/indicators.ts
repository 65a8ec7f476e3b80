import { contradictsLevel, requirementsBetween } from '../../domain/assessment/requirements.ts';
import { scaleOf } from '../../domain/framework/framework.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeList } from '../document/code-list.ts';
import type { Block, KeyValue, Text } from '../document/document.ts';
import { lowestLevelLead } from '../../words/lowest-level-lead.ts';
import { articleWords } from '../../words/article-words.ts';
import { afterColon, listedNames, writtenParagraphs } from './written-paragraphs.ts';
import { crosswalkTexts } from './crosswalk.ts';
import { evidenceNumber } from './evidence.ts';
import { leadNames } from './gap-words.ts';
import { levelMarks } from './level-marks.ts';
import { standingWords } from './law-and-practice.ts';
import { levelSentences } from './level-sentences.ts';
import { forumWords } from './forum-words.ts';

function evidenceOf(context: DocumentContext, indicator: ReportIndicator): Text[] {
  const numbered = context.report.evidence.filter(({ id }) => indicator.evidence.includes(id));
  // A level stays documented where the document is kept from the public.
  if (numbered.length === 0)
    return [context.t(indicator.documented ? 'report.indicator.notPublic' : 'report.indicator.noEvidence')];
  const numbers = numbered.map((evidence) => evidenceNumber(context, evidence));
  return [codeList(context, numbers)];
}

function commentsOf(context: DocumentContext, { ratings }: ReportIndicator): Text[] {
  const commented = ratings.filter(({ comment }) => comment !== null && comment.trim() !== '');
  return commented.flatMap(({ institution, comment }): Text[] => {
    const paragraphs = writtenParagraphs(context, comment ?? '');
    if (institution === null || ratings.length === 1) return paragraphs;
    return [[{ text: context.institutionName(institution), strong: true }], ...paragraphs];
  });
}

/** Those that have begun, each whole: two years of work on a bill are seen before it is passed. */
function underWayOf(context: DocumentContext, { underWayRequirements = [] }: ReportIndicator): Text[] {
  return underWayRequirements.map((address): Text => [context.quote(context.requirement(address))]);
}

/** How many of all its requirements are met: what is there already is seen, but nothing that is listed as missing. */
function metOf({ framework, t }: DocumentContext, { id, position, heldRequirements }: ReportIndicator): Text[] {
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || position === null) return [];
  const { length } = requirementsBetween(framework, indicator, 1, scaleOf(framework, indicator).levels.length);
  const met = contradictsLevel(framework, indicator, position, new Set(heldRequirements))
    ? requirementsBetween(framework, indicator, 0, position)
    : heldRequirements;
  return length < 2 ? [] : [t('report.indicator.metOf', { met: met.length, of: length })];
}

function basisWords(context: DocumentContext, id: string): readonly Text[] {
  const { framework, localiser, options } = context;
  const indicator = framework.indicatorById.get(id);
  const crosswalk = options.crosswalks?.get('instruments');
  const names = crosswalk === undefined ? undefined : crosswalkTexts(context, crosswalk)?.codes;
  const nameOf = (instrument: string) => localiser.text(names?.[instrument] ?? instrument);
  return indicator === undefined ? [] : articleWords(indicator, nameOf, localiser);
}

function confidenceOf({ t, localiser }: DocumentContext, { ratings }: ReportIndicator): Text[] {
  const given = [...new Set(ratings.flatMap(({ confidence }) => confidence ?? []))];
  return given.length === 0 ? [] : [localiser.list(given.map((one) => t(`report.confidence.${one}`)))];
}

/** The sentences of the lowest level are examples, which need not be true. */
function levelLabel({ framework, localiser, t }: DocumentContext, id: string, level: string): string {
  const indicator = framework.indicatorById.get(id);
  const isExample = indicator !== undefined && lowestLevelLead(framework, indicator, level, localiser) !== null;
  return t(isExample ? 'report.indicator.typical' : 'report.indicator.levelText');
}

/** Before the meeting or the day alone, where nobody wrote why. */
function agreedLabel({ t }: DocumentContext, { level, forum }: ReportIndicator): string {
  const named = (forum?.name ?? '') === '' ? 'no' : 'yes';
  return t(level === null ? 'report.indicator.decidedAt' : 'report.indicator.agreedAt', { named });
}

/** `2 (Developing)`: after a word, the name would read on from the number. A symbol that is the word itself stands alone. */
function levelInBrackets(context: DocumentContext, scale: string, level: string): string {
  const { symbol, name } = context.levelSign(scale, level);
  return symbol.toLowerCase() === name.toLowerCase() ? name : `${symbol} (${name})`;
}

function fieldsOf(context: DocumentContext, indicator: ReportIndicator): KeyValue[] {
  const { t } = context;
  const { id, level, answer, target, scale, missingRequirements, rationale, reservations, status } = indicator;
  const fields: KeyValue[] = [];
  const add = (label: string, values: readonly Text[]) => {
    if (values.length > 0) fields.push({ label, values });
  };
  if (level !== null) add(levelLabel(context, id, level), levelSentences(context, id, level));
  const why = rationale === null ? [] : writtenParagraphs(context, rationale);
  if (level === null) {
    const reason = answer?.state === 'not-applicable' ? answer.reason.trim() || t('report.noReason') : '';
    add(t('report.indicator.reason'), [...writtenParagraphs(context, reason), ...why]);
  }
  if (target !== null && level !== null && missingRequirements.length > 0) {
    add(
      t('report.indicator.missing', { level: levelInBrackets(context, scale, target) }),
      missingRequirements.map((address): Text => [context.quote(context.requirement(address))]),
    );
  }
  add(t('report.indicator.met'), metOf(context, indicator));
  add(t('report.indicator.underWay'), underWayOf(context, indicator));
  add(t('report.indicator.basis'), basisWords(context, id));
  const where = forumWords(context, indicator);
  const agreedAt = where === '' ? [] : [context.localiser.text(where)];
  const isReasoned = level !== null && why.length > 0;
  if (isReasoned) add(t('report.indicator.rationale'), [...why, ...agreedAt]);
  else add(agreedLabel(context, indicator), agreedAt);
  add(t('report.indicator.comment'), commentsOf(context, indicator));
  add(
    t('report.indicator.reservations'),
    reservations.map(({ institution, text }): Text => [
      { text: context.institutionName(institution), strong: true, apart: true },
      ...afterColon(context, text),
    ]),
  );
  if (status === 'answered' || indicator.evidence.length > 0)
    add(t('report.indicator.evidence'), evidenceOf(context, indicator));
  if (level !== null) add(t('report.indicator.confidence'), confidenceOf(context, indicator));
  const leads = leadNames(context, indicator);
  if (leads.length > 0) add(t('report.indicator.lead'), [listedNames(context, leads)]);
  return fields;
}

/** Every indicator in scope: what was asked, the level reached and its text, what is missing, why, on what evidence. */
export function indicatorBlocks(context: DocumentContext): Block[] {
  const { report, texts } = context;
  const inScope = report.indicators.filter(({ status }) => status !== 'out-of-scope');
  return report.domains.flatMap(({ id }): Block[] => {
    const own = inScope.filter(({ domain }) => domain === id);
    if (own.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: [context.quote(context.domainTitle(id))] },
      ...own.map((indicator): Block => {
        const question = texts.indicators[indicator.id]?.question;
        return {
          kind: 'record',
          code: indicator.id,
          title: [context.quote(context.indicatorTitle(indicator.id))],
          question: question === undefined ? null : [context.quote(question)],
          level:
            indicator.level === null
              ? standingWords(context, indicator.id)
              : context.levelSign(indicator.scale, indicator.level),
          marks: levelMarks(context, indicator),
          fields: fieldsOf(context, indicator),
        };
      }),
    ];
  });
}
