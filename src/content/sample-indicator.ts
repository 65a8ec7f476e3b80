import type { Sample } from './load-sample.ts';
import type { GivenAnswer, SampleIndicator } from './sample-schema.ts';
import type { Answer } from '../domain/registers/answer.ts';
import { valueOfAnswer } from '../domain/registers/rating.ts';
import { valueOfTarget } from '../domain/registers/target.ts';
import { requirementsHeldAt } from '../domain/assessment/requirements.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { levelAt, scaleOf } from '../domain/framework/framework.ts';
import type { JsonValue } from '../domain/journal/entry-schema.ts';
import type { RatingPart } from '../domain/registers/all-registers.ts';
import type { RegisterValue } from '../domain/rounds/make-initial-entries.ts';
import { say, setting, wordOf } from './sample-setting.ts';

/** The sample and the framework it is made on. */
interface SampleOn extends Sample {
  readonly framework: Framework;
}

function levelIdAt(framework: Framework, indicator: Indicator, position: number): string {
  const level = levelAt(scaleOf(framework, indicator), position);
  if (level === undefined) throw new RangeError(`${indicator.id} has no level ${position}`);
  return level.id;
}

function answerOf({ framework, words }: SampleOn, indicator: Indicator, given: GivenAnswer): Answer {
  if (given === 'unknown') return { state: 'unknown' };
  if (given === 'n/a') return { state: 'not-applicable', reason: wordOf(words.notApplicable, indicator.id) };
  return { state: 'level', level: levelIdAt(framework, indicator, given) };
}

/** What a level brings with it, and what is met of the level just above. */
function tickedAt(
  { framework }: SampleOn,
  indicator: Indicator,
  position: number,
  partial: readonly string[],
): string[] {
  const above = levelAt(scaleOf(framework, indicator), position + 1)?.id;
  const met = partial.filter((one) => above !== undefined && one.startsWith(`${above}/`));
  const held = requirementsHeldAt(framework, indicator, levelIdAt(framework, indicator, position));
  return [...held, ...met.map((one) => `${indicator.id}/${one}`)];
}

function ratingValues(
  sample: SampleOn,
  indicator: Indicator,
  own: SampleIndicator,
  vote: number,
  opinions: Readonly<Record<string, GivenAnswer | null>>,
): RegisterValue[] {
  return Object.entries(opinions).flatMap(([institution, given]) => {
    if (given === null) return [];
    const part = (name: RatingPart, value: JsonValue) =>
      say(institution, { kind: 'rating', institution, indicator: indicator.id, vote, part: name }, value);
    const ticks = sample.structure.institutions[institution]?.answersBy === 'requirements';
    const comment = vote === 1 ? sample.words.ratingComments[`${indicator.id}/${institution}`] : undefined;
    return [
      part('answer', valueOfAnswer(answerOf(sample, indicator, given))),
      ...(typeof given === 'number' ? [part('confidence', own.confidence ?? 'medium')] : []),
      ...(typeof given === 'number' && ticks
        ? [part('requirements', tickedAt(sample, indicator, given, own.partial ?? []))]
        : []),
      ...(comment === undefined ? [] : [part('comment', comment)]),
    ];
  });
}

/** Settled in the workshop of its domain, which also opens whose opinion is whose. */
function agreedValues(sample: SampleOn, indicator: Indicator, { agreed, again }: SampleIndicator): RegisterValue[] {
  if (agreed === undefined) return [];
  const { structure, words } = sample;
  const { id } = indicator;
  const forum = Object.entries(structure.forums).find(([, { domains }]) => domains.includes(indicator.domain));
  const rationale = words.rationales[id];
  return [
    setting({ kind: 'reveal', indicator: id }, { vote: again === undefined ? 1 : 2 }),
    setting({ kind: 'agreed', indicator: id, part: 'answer' }, valueOfAnswer(answerOf(sample, indicator, agreed))),
    ...(rationale === undefined ? [] : [setting({ kind: 'agreed', indicator: id, part: 'rationale' }, rationale)]),
    ...(forum === undefined
      ? []
      : [
          setting(
            { kind: 'agreed', indicator: id, part: 'forum' },
            { name: wordOf(words.forums, forum[0]), date: forum[1].date },
          ),
        ]),
  ];
}

function gapValues({ framework, words }: SampleOn, indicator: Indicator, own: SampleIndicator): RegisterValue[] {
  const { id } = indicator;
  const { target, impact, ease } = own;
  const targetValue = (given: number | 'none') =>
    valueOfTarget(
      given === 'none'
        ? { state: 'none', reason: wordOf(words.noTarget, id) }
        : { state: 'level', level: levelIdAt(framework, indicator, given) },
    );
  return [
    ...(target === undefined ? [] : [setting({ kind: 'target', indicator: id }, targetValue(target))]),
    ...(impact === undefined ? [] : [setting({ kind: 'impact', indicator: id }, impact)]),
    ...(ease === undefined ? [] : [setting({ kind: 'ease', indicator: id }, ease)]),
  ];
}

/** `art. 18` as the language of the words has it: `المادة 18`. Throws RangeError for another kind of passage. */
function passageIn({ passages }: SampleOn['words'], passage: string): string {
  const [kind = '', ...number] = passage.split(' ');
  return [wordOf(passages, kind), ...number].join(' ');
}

/**
 * What was said of one indicator: assignments, both votes, evidence, the agreed answer, reservations, target, impact
 * and ease. Throws RangeError for a level or a word that is not there.
 */
export function indicatorValues(sample: SampleOn, indicator: Indicator, own: SampleIndicator): RegisterValue[] {
  const { id } = indicator;
  const invited = Object.keys(own.opinions);
  const [documenting = 'lead'] = Object.entries(own.opinions).flatMap(([one, given]) => (given === null ? [] : one));
  return [
    ...invited.map((institution, index) =>
      setting({ kind: 'assignment', indicator: id, institution }, index === 0 ? 'lead' : 'contributor'),
    ),
    ...ratingValues(sample, indicator, own, 1, own.opinions),
    ...ratingValues(sample, indicator, own, 2, own.again ?? {}),
    ...Object.entries(sample.structure.mandates[id] ?? {}).map(([institution, suggests]) =>
      say(institution, { kind: 'mandate', institution, indicator: id }, { suggests }),
    ),
    ...Object.entries(own.links ?? {}).map(([evidence, passage]) =>
      say(
        documenting,
        { kind: 'evidence-link', indicator: id, institution: documenting, evidence },
        passage === '' ? {} : { passage: passageIn(sample.words, passage) },
      ),
    ),
    ...agreedValues(sample, indicator, own),
    ...invited.flatMap((institution) => {
      const text = sample.words.reservations[`${id}/${institution}`];
      return text === undefined ? [] : [say(institution, { kind: 'reservation', institution, indicator: id }, text)];
    }),
    ...gapValues(sample, indicator, own),
  ];
}
