import { FIRST_VOTE, valueOfAnswer } from '../registers/rating.ts';
import type { Answer } from '../registers/answer.ts';
import { levelFromRequirements, requirementsHeldAt } from '../assessment/requirements.ts';
import { asReadBack } from './cell-text.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { RatingPart } from '../registers/all-registers.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { Endorsement } from '../registers/institution.ts';
import { sha256Hex } from '../sha256.ts';
import type {
  RequirementState,
  WorkbookContent,
  WorkbookEvidence,
  WorkbookOrigin,
  WorkbookRow,
} from './answer-workbook.ts';
import type { WorkbookKey } from './workbook-key.ts';

const HASH_DIGITS = 16;

/** By register what the cells say; null where they are there and say nothing. */
export type WorkbookValues = ReadonlyMap<string, JsonValue>;

/** '' for nothing said. */
export function hashOfValue(value: JsonValue): string {
  return value === null ? '' : sha256Hex(canonicalJson(value)).slice(0, HASH_DIGITS);
}

/** Addresses of the requirements of one indicator of which one thing is said, sorted. */
export function requirementsSaid(
  { requirements }: Pick<WorkbookContent, 'requirements'>,
  indicator: string,
  wanted: RequirementState,
): string[] {
  const own = [...requirements].filter(([address, said]) => said === wanted && address.startsWith(`${indicator}/`));
  return own.map(([address]) => address).sort();
}

/** Ticked requirements of one indicator. */
export function ticksOf(content: Pick<WorkbookContent, 'requirements'>, indicator: string): ReadonlySet<string> {
  return new Set(requirementsSaid(content, indicator, 'yes'));
}

/** What a row says of its indicator; where it says nothing and requirements were ticked, the level they amount to. */
function answerOfRow(framework: Framework, indicator: Indicator, content: WorkbookContent): Answer | null {
  const said = content.rows.get(indicator.id)?.said ?? null;
  if (said?.kind === 'answer') return said.answer;
  if (!content.levelFromTicks.has(indicator.id)) return null;
  return { state: 'level', level: levelFromRequirements(framework, indicator, ticksOf(content, indicator.id)).level };
}

/** The requirements that go with an answer: those of its level and below, and those ticked above it. */
function requirementsWith(
  framework: Framework,
  indicator: Indicator,
  answer: Answer | null,
  ticks: ReadonlySet<string>,
) {
  if (answer?.state !== 'level') return [...ticks].sort();
  const held = requirementsHeldAt(framework, indicator, answer.level);
  const all = new Set([...held, ...ticks]);
  // Ticks above must not complete a higher level than the answer: the answer is what was chosen.
  const implied = levelFromRequirements(framework, indicator, all).level;
  return implied === answer.level ? [...all].sort() : [...held].sort();
}

/** Where an institution's first opinion on an indicator stands. */
export function ratingRegister(institution: string, indicator: string, part: RatingPart): string {
  return buildRegister({ kind: 'rating', institution, indicator, vote: FIRST_VOTE, part });
}

/** The registers in which a workbook says what it says of an indicator. */
export interface IndicatorRegisters {
  /** Which are one thing: a row says one of them. */
  readonly answer: readonly string[];
  readonly requirements: string;
  readonly underWay: string;
  readonly confidence: string;
  readonly comment: string;
}

export function registersOfIndicator(
  { institution, mode }: Pick<WorkbookOrigin, 'institution' | 'mode'>,
  indicator: string,
): IndicatorRegisters {
  const rating = (part: RatingPart) => ratingRegister(institution, indicator, part);
  const mandate = buildRegister({ kind: 'mandate', institution, indicator });
  return {
    answer: [rating('answer'), mandate, buildRegister({ kind: 'no-view', institution, indicator })],
    requirements: rating('requirements'),
    underWay: rating('under-way'),
    confidence: rating('confidence'),
    comment: mode === 'comment' ? commentRegister(institution, indicator) : rating('comment'),
  };
}

/** The registers that link a document to the named indicators, and those of the workbook's key to others. */
export function linksOf({ origin, base }: WorkbookKey, evidence: string, indicators: readonly string[]) {
  const { institution } = origin;
  const named = indicators.map((indicator) =>
    buildRegister({ kind: 'evidence-link', indicator, institution, evidence }),
  );
  const others = [...base.keys()].filter((address) => {
    const register = parseRegister(address);
    return register.kind === 'evidence-link' && register.evidence === evidence && !named.includes(address);
  });
  return { named, others };
}

export const orNull = <Said extends string | string[]>(said: Said): Said | null => (said.length === 0 ? null : said);

function valuesOfRow(
  row: WorkbookRow,
  indicator: Indicator,
  content: WorkbookContent,
  { framework, institution }: { framework: Framework; institution: string },
): [string, JsonValue][] {
  const rating = (part: RatingPart) => ratingRegister(institution, indicator.id, part);
  const answer = answerOfRow(framework, indicator, content);
  const met = requirementsWith(framework, indicator, answer, ticksOf(content, indicator.id));
  const isListed = content.requirementsOf.has(indicator.id);
  const { said } = row;
  return [
    [rating('answer'), valueOfAnswer(answer)],
    ...(isListed ? [[rating('requirements'), orNull(met)] as [string, JsonValue]] : []),
    ...(isListed && content.saysUnderWay
      ? [[rating('under-way'), orNull(requirementsSaid(content, indicator.id, 'under-way'))] as [string, JsonValue]]
      : []),
    [rating('confidence'), row.confidence],
    [rating('comment'), orNull(row.comment)],
    [
      buildRegister({ kind: 'mandate', institution, indicator: indicator.id }),
      said?.kind === 'not-ours' ? { suggests: said.suggests } : null,
    ],
    [buildRegister({ kind: 'no-view', institution, indicator: indicator.id }), said?.kind === 'no-view' ? true : null],
  ];
}

/** What cells say, with what none of them shows, or shows in full: that counts as long as its cell is untouched. */
function withRest(said: Readonly<Record<string, string>>, rest: JsonValue): Record<string, JsonValue> {
  const all = rest !== null && typeof rest === 'object' && !Array.isArray(rest) ? rest : {};
  const isKept = ([name, member]: [string, JsonValue]) =>
    !(name in said) || (typeof member === 'string' && asReadBack(member) === said[name]);
  const filled = Object.entries(said).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(filled), ...Object.fromEntries(Object.entries(all).filter(isKept)) };
}

function valueOfEvidence({ fields, access }: WorkbookEvidence, rest: JsonValue): JsonValue {
  if (Object.values(fields).every((text) => text === '')) return null;
  return { ...withRest(fields, rest), ...(access === null ? {} : { access }) };
}

function valuesOfEvidence(
  piece: WorkbookEvidence,
  institution: string,
  restOf: (register: string) => JsonValue,
): [string, JsonValue][] {
  const register = buildRegister({ kind: 'evidence', evidence: piece.id });
  const value = valueOfEvidence(piece, restOf(register));
  // A row that was emptied takes its links away; the document itself may be used elsewhere.
  if (value === null) return [];
  const links = piece.indicators.map((indicator): [string, JsonValue] => {
    const link = buildRegister({ kind: 'evidence-link', indicator, institution, evidence: piece.id });
    const rest = restOf(link);
    return [link, rest === null ? {} : rest];
  });
  return [[register, value], ...links];
}

function endorsementValue({ state, function: role, date, name = '' }: Endorsement, rest: JsonValue): JsonValue {
  return withRest({ state, function: role, date, name }, rest);
}

/** The register in which an observer comments on an indicator. */
function commentRegister(institution: string, indicator: string): string {
  return buildRegister({ kind: 'comment', comment: `${institution}.${indicator}` });
}

/**
 * What a workbook says, by register; an observer's says comments only. A level brings its requirements as on screen.
 * `restOf` gives members of a value that no cell shows. docs/file-formats.md section 11.
 */
export function valuesOfWorkbook(
  content: WorkbookContent,
  framework: Framework,
  { institution, mode }: Pick<WorkbookOrigin, 'institution' | 'mode'>,
  restOf: (register: string) => JsonValue = () => null,
): WorkbookValues {
  const values = new Map<string, JsonValue>();
  for (const [id, row] of content.rows) {
    const indicator = framework.indicatorById.get(id);
    if (indicator === undefined) continue;
    if (mode === 'comment') {
      const said = row.comment === '' ? null : { indicator: id, institution, text: row.comment };
      values.set(commentRegister(institution, id), said);
    } else {
      for (const [register, value] of valuesOfRow(row, indicator, content, { framework, institution })) {
        values.set(register, value);
      }
    }
  }
  if (mode === 'comment') return values;
  for (const piece of content.evidence) {
    for (const [register, value] of valuesOfEvidence(piece, institution, restOf)) values.set(register, value);
  }
  const { endorsement } = content;
  if (endorsement !== undefined) {
    const register = buildRegister({ kind: 'endorsement', institution });
    values.set(register, endorsement === null ? null : endorsementValue(endorsement, restOf(register)));
  }
  return values;
}
