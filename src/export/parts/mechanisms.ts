import type { ReportEvidence, ReportIndicator } from '../../report/report.ts';
import { codeList, joinTexts } from '../document/code-list.ts';
import type { Text } from '../document/document.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import { evidenceNumber } from './evidence.ts';
import { instrumentName } from './instruments.ts';
import { levelMarks } from './level-marks.ts';

/** What a State puts in place, as against what is done with it. */
const KINDS = ['law', 'institution', 'policy', 'data'] as const;
/** What binds a State: a signature alone does not. */
const BINDING = ['ratified', 'acceded', 'succeeded'];

/** The year of a date as somebody wrote it, else all of it. */
const yearOf = (date: string) => /\b(?:1[89]|20)\d\d\b/.exec(date)?.[0] ?? date;

/** `Decentralisation Act (L 2018-40 · E4): IC-03, IC-04`; the year where neither title nor reference has it. */
function documentItem(context: DocumentContext, document: ReportEvidence, codes: readonly string[]): Text {
  const { localiser, t } = context;
  const { title, reference, date } = document;
  const name = title === null || title.trim() === '' ? t('report.notGiven') : localiser.text(title);
  const year = date === null ? '' : yearOf(date);
  const facts = [reference ?? '', `${name} ${reference}`.includes(year) ? '' : year].filter(
    (fact) => fact.trim() !== '',
  );
  return joinTexts(
    [{ text: name, apart: true }],
    ` (${facts.map((fact) => `${localiser.text(fact)} · `).join('')}`,
    codeList(context, [evidenceNumber(context, document)]),
    `)${t('report.colon')}`,
    codeList(context, codes),
  );
}

const joined = (context: DocumentContext, label: string, items: readonly Text[]): Text[] =>
  items.length === 0
    ? []
    : [
        joinTexts(
          [{ text: label, strong: true }],
          context.t('report.colon'),
          ...items.flatMap((item, index) => (index === 0 ? [item] : [context.t('report.separator'), item])),
        ),
      ];

/** The international commitments in force that the indicators are related to, with the year in which they were made. */
function commitments(context: DocumentContext, own: readonly ReportIndicator[]): Text[] {
  const { report, framework, t } = context;
  const codes = new Set(own.flatMap(({ id }) => framework.indicatorById.get(id)?.links?.['instruments'] ?? []));
  const items = report.instruments
    .filter(({ code, status }) => codes.has(code) && status !== null && BINDING.includes(status))
    .map((instrument) => {
      const { date, status } = instrument;
      const year = date === null ? '' : ` · ${yearOf(date)}`;
      return `${instrumentName(context, instrument)} (${t(`report.instruments.status.${status ?? 'unknown'}`)}${year})`;
    });
  return joined(context, t('report.domains.commitments'), items);
}

/**
 * What is in place in a domain, by kind: texts and bodies by the name of the document that shows them, each once with the
 * indicators it serves; what nobody documented by the name of the indicator; then international commitments.
 */
export function mechanisms(context: DocumentContext, own: readonly ReportIndicator[]): Text[] {
  const there = own.filter(({ kind, position }) => KINDS.some((one) => one === kind) && (position ?? 0) > 1);
  const named = new Set<string>();
  const lines = KINDS.flatMap((kind) => {
    const ofKind = there.filter((one) => one.kind === kind);
    const shown = context.report.evidence.filter(
      ({ id }) => !named.has(id) && ofKind.some(({ evidence }) => evidence.includes(id)),
    );
    const documents = shown.map((one) => {
      named.add(one.id);
      const served = there.filter(({ evidence }) => evidence.includes(one.id)).map(({ id }) => id);
      return documentItem(context, one, served);
    });
    const others = ofKind
      .filter(({ evidence }) => evidence.length === 0)
      .map((one) => joinTexts(codeAndTitle(context, one.id), levelMarks(context, one)));
    return joined(context, context.t(`report.kind.${kind}`), [...documents, ...others]);
  });
  return [...lines, ...commitments(context, own)];
}
