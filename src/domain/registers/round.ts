import * as z from 'zod/mini';
import { contextSchema, scopeSchema } from '../framework/context-schema.ts';
import { dateSchema, idSchema, idsSchema, textSchema } from './common-values.ts';
import type { FieldValues, Sayings } from './define-register.ts';
import { defineFields, defineRegister } from './define-register.ts';

/** At most this many characters of a logo as data URL: an image of about 150 kB. */
export const MAXIMUM_LOGO_LENGTH = 200_000;
/** Of one item of a meeting. */
export const MAXIMUM_MINUTES = 600;
/** What is said to be a PNG or JPEG image also begins as one. */
const LOGO_ADDRESS = /^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[A-Za-z0-9+/]*={0,2}$/;
/** A coat of arms or logo for the face of the report: a raster image, so that nothing in it can run or be fetched. */
const logoSchema = z.object({
  dataUrl: z.string().check(z.maxLength(MAXIMUM_LOGO_LENGTH), z.regex(LOGO_ADDRESS)),
  widthPixels: z.int().check(z.gte(1), z.lte(10_000)),
  heightPixels: z.int().check(z.gte(1), z.lte(10_000)),
});
/** Who decided to publish, when, and which parts of the report (ids of SECTION_IDS in src/export/document/document.ts). */
const publicationSchema = z.object({ by: textSchema, date: dateSchema, parts: idsSchema });
/** Who holds the file, until when, and what the next holder must know. */
const custodySchema = z.object({
  holder: textSchema,
  until: z.optional(z.nullable(dateSchema)),
  note: z.optional(textSchema),
});
/** A sentence of the report that somebody rewrote, and the hash of the facts it was written on. */
const sentenceSchema = z.object({ text: textSchema, factsHash: z.string(), language: z.optional(z.string()) });

/** What somebody is asked to decide, in up to so many points, and the hash of the facts they were written on. */
export const MAXIMUM_DECISION_POINTS = 3;
const decisionSchema = z.object({
  points: z.array(textSchema).check(z.maxLength(MAXIMUM_DECISION_POINTS)),
  factsHash: z.string(),
});

const minutesSchema = z.record(idSchema, z.int().check(z.gte(0), z.lte(MAXIMUM_MINUTES)));
/**
 * The meeting as somebody laid it out: indicators that come first in this order, all others after them by class; minutes of
 * indicators, and of the other items of the programme.
 */
const programmeSchema = z.object({
  order: idsSchema,
  minutes: z.optional(minutesSchema),
  items: z.optional(minutesSchema),
});
/** A text of the report, by the language it was written in. */
const textsByLanguageSchema = z.record(z.string(), textSchema);
/** What institutions are called in this country: by term of indicators/local-terms.json, then by language. */
const localWordsSchema = z.record(idSchema, textsByLanguageSchema);
export const MAXIMUM_RECOMMENDATIONS = 3;
export const MAXIMUM_KEY_FIGURES = 12;
/** A figure of the country: what it is, how much, of which year, by whose count. */
const keyFigureSchema = z.object({ name: textSchema, value: textSchema, year: textSchema, source: textSchema });

/** What the round is about: all who answer need it, and the next round begins with it. */
const ABOUT: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'always',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
};
/** What dates this round, or asks for something in it. */
const THIS_ROUND: Sayings = { ...ABOUT, nextRound: 'left' };
/** What was written on the results: those who answer do not need it. */
const ON_RESULTS: Sayings = { ...THIS_ROUND, pack: 'never' };
/** What stands around the report. */
const AROUND: Sayings = { ...ON_RESULTS, aroundReport: 'always' };

export const roundFields = {
  created: {
    ...THIS_ROUND,
    value: z.object({ framework: z.object({ id: z.string(), version: z.string(), hash: z.string() }) }),
  },
  title: { ...THIS_ROUND, value: textSchema },
  country: { ...ABOUT, value: textSchema },
  lead: { ...ABOUT, value: textSchema },
  sponsor: { ...ABOUT, value: textSchema },
  purpose: { ...ABOUT, value: textSchema },
  confidentiality: { ...THIS_ROUND, value: textSchema },
  instructions: { ...THIS_ROUND, value: textSchema },
  participants: { ...AROUND, value: z.int().check(z.gte(1), z.lte(100_000)) },
  custody: { ...AROUND, reviewCopy: 'never', value: custodySchema },
  /** Packs were sent: only the facilitator's copy has it, and is known by it. */
  packs: { ...ON_RESULTS, reviewCopy: 'never', value: z.object({ institutions: idsSchema }) },
  /** The day whose situation is stated; by when answers come back; the day of the meeting. */
  closingDate: { ...THIS_ROUND, value: dateSchema },
  returnsDue: { ...THIS_ROUND, value: dateSchema },
  workshopDate: { ...THIS_ROUND, value: dateSchema },
  marking: { ...ABOUT, value: textSchema },
  contexts: { ...ABOUT, value: z.array(contextSchema) },
  scope: { ...ABOUT, value: z.array(scopeSchema) },
  route: { ...ABOUT, value: textSchema },
  outOfScope: { ...ABOUT, holdsIndicators: true, value: idsSchema },
  reportLanguage: { ...ABOUT, aroundReport: 'always', value: textSchema },
  version: { ...ON_RESULTS, value: textSchema },
  logo: { ...ON_RESULTS, value: logoSchema },
  publication: { ...AROUND, value: publicationSchema },
  /** Said by hand: sent out for comments, or back to a draft. `underReview` is how earlier files say it. */
  status: { ...ON_RESULTS, value: z.enum(['draft', 'under-review']) },
  underReview: { ...ON_RESULTS, value: z.boolean() },
  lenses: { ...ABOUT, pack: 'never', value: idsSchema },
  /** By when the targets are to be reached. */
  horizon: { ...ON_RESULTS, value: dateSchema },
  fictional: { ...ABOUT, value: z.boolean() },
  /** Of every amount: its name or code. */
  currency: { ...ABOUT, pack: 'never', value: textSchema },
  localWords: { ...ABOUT, value: localWordsSchema },
  /** The decision sought from whoever gets the report, by language. */
  decision: { ...ON_RESULTS, value: z.record(z.string(), decisionSchema) },
  programme: { ...ON_RESULTS, value: programmeSchema },
  /** Institutions that are in the room. */
  present: { ...ON_RESULTS, value: idsSchema },
  foreword: { ...ON_RESULTS, value: textsByLanguageSchema },
  acknowledgements: { ...ON_RESULTS, value: textsByLanguageSchema },
  /** Over all domains, by language. */
  recommendations: {
    ...ON_RESULTS,
    value: z.record(z.string(), z.array(textSchema).check(z.maxLength(MAXIMUM_RECOMMENDATIONS))),
  },
  /** Of the country and not of the round: each names its year. */
  keyFigures: {
    ...ABOUT,
    pack: 'never',
    value: z.record(z.string(), z.array(keyFigureSchema).check(z.maxLength(MAXIMUM_KEY_FIGURES))),
  },
} as const;

export type RoundFields = FieldValues<typeof roundFields>;
export type Custody = z.infer<typeof custodySchema>;
export type Logo = z.infer<typeof logoSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Programme = z.infer<typeof programmeSchema>;
export type KeyFigure = z.infer<typeof keyFigureSchema>;
export type Publication = z.infer<typeof publicationSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;

/** Where the values of this family are put while an assessment is read. */
export interface RoundDraft {
  readonly round: object;
  readonly sentences: Map<string, Sentence>;
  readonly practices: Map<string, Readonly<Record<string, string>>>;
}

export const roundRegister = defineFields('round', 'round/{field}', {
  fields: roundFields,
  otherFields: ON_RESULTS,
  target: (draft: RoundDraft) => draft.round,
});

export const sentenceRegister = defineRegister('sentence', 'round/sentence-{sentence}', {
  ...ON_RESULTS,
  value: sentenceSchema,
  put: (draft: RoundDraft, { sentence }, value) => draft.sentences.set(sentence, value),
});

/** One good practice of a domain, by language. */
export const practiceRegister = defineRegister('practice', 'practice/{domain}', {
  ...ON_RESULTS,
  value: textsByLanguageSchema,
  put: (draft: RoundDraft, { domain }, texts) => draft.practices.set(domain, texts),
});
