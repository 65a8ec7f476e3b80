import type { Sample } from './load-sample.ts';
import { loadSample } from './load-sample.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import type { Surroundings } from '../domain/surroundings.ts';
import type { RegisterValue } from '../domain/rounds/make-initial-entries.ts';
import { makeFreshJournal } from '../domain/rounds/make-initial-entries.ts';
import { indicatorValues } from './sample-indicator.ts';
import { say, setting, wordOf } from './sample-setting.ts';

function roundValues({ structure, words, language }: Sample): RegisterValue[] {
  const fields = { ...structure.round, ...words.round, reportLanguage: language };
  return Object.entries(fields).map(([field, value]) => setting({ kind: 'round', field }, value));
}

function institutionValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.institutions).flatMap(([institution, { type }]) => [
    setting({ kind: 'institution', institution, field: 'name' }, wordOf(words.institutions, institution)),
    setting({ kind: 'institution', institution, field: 'type' }, type),
  ]);
}

function evidenceValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.evidence).map(([evidence, { kind, holder, date, reference, access = 'internal' }]) =>
    say(
      holder,
      { kind: 'evidence', evidence },
      {
        title: wordOf(words.evidence, evidence),
        kind: wordOf(words.kinds, kind),
        holder: wordOf(words.institutions, holder),
        date,
        reference,
        access,
      },
    ),
  );
}

function commentValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.comments).map(([comment, { indicator, institution, replyTo = null, settled }]) =>
    say(
      institution,
      { kind: 'comment', comment },
      { indicator, institution, text: wordOf(words.comments, comment), replyTo, settled },
    ),
  );
}

function measureValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.measures).flatMap(([measure, fixed], index) => {
    const fields = { title: wordOf(words.measures, measure), ...fixed, order: index + 1 };
    return [
      ...fixed.indicators.map((indicator) => setting({ kind: 'kept', indicator }, true)),
      ...Object.entries(fields).map(([field, value]) => setting({ kind: 'measure', measure, field }, value)),
    ];
  });
}

function actionValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.actions).flatMap(([action, { lead, partners, ...fixed }], index) => {
    const name = (institution: string) => wordOf(words.institutions, institution);
    const fields = {
      ...words.actions[action],
      ...fixed,
      lead: name(lead),
      partners: partners.map(name),
      order: index + 1,
    };
    return Object.entries(fields).flatMap(([field, value]) =>
      value === undefined ? [] : [setting({ kind: 'action', action, field }, value)],
    );
  });
}

function endorsementValues({ structure, words }: Sample): RegisterValue[] {
  return Object.entries(structure.endorsements).map(([institution, { state, date }]) =>
    say(
      institution,
      { kind: 'endorsement', institution },
      { state, function: wordOf(words.functions, institution), date },
    ),
  );
}

/**
 * The journal of the fictional sample of a framework: a whole round of an invented country, its words in the wanted
 * language (English where they are not written in it). Nothing in it is drawn by chance: two samples differ by their identity and
 * the ids of their entries alone. Indicators that the framework does not have are left out.
 */
export async function makeSample(input: {
  identity: AssessmentIdentity;
  framework: Framework;
  language: string;
  surroundings: Surroundings;
}): Promise<Entry[]> {
  const { identity, framework, surroundings } = input;
  const sample = { framework, ...(await loadSample(framework.id, input.language)) };
  const values = [
    ...roundValues(sample),
    ...institutionValues(sample),
    ...evidenceValues(sample),
    ...framework.indicators.flatMap((indicator) => {
      const own = sample.structure.indicators[indicator.id];
      return own === undefined ? [] : indicatorValues(sample, indicator, own);
    }),
    ...commentValues(sample),
    ...measureValues(sample),
    ...actionValues(sample),
    ...endorsementValues(sample),
  ];
  return makeFreshJournal(identity, framework, values, surroundings);
}
