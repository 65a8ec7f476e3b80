import type * as z from 'zod/mini';
import type { Framework } from '../framework/framework.ts';
import type { FullEntry } from '../journal/entry-schema.ts';
import type { Problem } from '../problem.ts';
import { problemsOfIssues } from '../problem.ts';

/**
 * What a register says of itself, beside its address and the form of its value. Whoever needs one of these asks the
 * register (`all-registers.ts` is the one list); nobody else keeps lists of names. Leaving one out is a type error.
 */
export interface Sayings {
  /** Whose word it is in the facilitator's copy: the facilitator's, or that of the institution which answers there. */
  readonly speaker: 'facilitator' | 'institution';
  /**
   * What the copy of an institution may write: `own`, where the address names that institution, and `any`, of those who
   * answer; `own-comment`, whose value names that institution, of those who comment or review too.
   */
  readonly contributor: 'nothing' | 'own' | 'any' | 'own-comment';
  /**
   * Whether it is in the pack of an institution: `own`, where the address names it; `own-or-draft`, also of leads whose
   * draft goes along; `used-evidence`, where the institution uses that evidence; `own-comment`, as above.
   */
  readonly pack: 'always' | 'never' | 'own' | 'own-or-draft' | 'used-evidence' | 'own-comment';
  /** Whether it is in the copy of a reviewer; `own`, where the address names that reviewer. */
  readonly reviewCopy: 'always' | 'never' | 'own';
  /** Whether the next round starts with it. Ids of indicators are followed to those that took their place. */
  readonly nextRound: 'carried' | 'left' | 'carried-where-level-stands';
  /** Whether its value is a list of ids of indicators, to be followed into another version of the framework. */
  readonly holdsIndicators: boolean;
  /** Whether it stands around a validated report and not in it: open and read after the validation too. */
  readonly aroundReport: 'never' | 'always' | 'of-validated-actions';
}

/** What a value is read with. `Draft`: where it is put; a family asks for the parts of the assessment that are its own. */
export interface Reading<Draft> {
  readonly draft: Draft;
  readonly framework: Framework;
  readonly entry: FullEntry;
}

/** A register, or one field of it: what it says, and how its value is read. */
export interface RegisterRule<Address, Draft> extends Sayings {
  readonly value: z.ZodMiniType;
  /** Puts the value of an entry where it belongs; the problems of a value of another form, which is then left out. */
  read(reading: Reading<Draft>, address: Address): readonly Problem[];
}

interface RuleSaid<Address, Value, Draft> extends Sayings {
  readonly value: z.ZodMiniType<Value>;
  readonly put: (draft: Draft, address: Address, value: Value, at: string) => void;
  /** Problems of a value that has the right form, such as a level that the scale lacks. */
  readonly check?: (framework: Framework, address: Address, value: Value) => readonly Problem[];
}

/** A rule from what it says, the form of its value and where the value is put. */
export function ruleOf<Address, Value, Draft>({
  put,
  check,
  ...said
}: RuleSaid<Address, Value, Draft>): RegisterRule<Address, Draft> {
  return {
    ...said,
    read({ draft, framework, entry }, address) {
      const parsed = said.value.safeParse(entry.value);
      if (!parsed.success) return problemsOfIssues(parsed.error.issues, '', entry.value);
      const problems = check?.(framework, address, parsed.data) ?? [];
      if (problems.length === 0) put(draft, address, parsed.data, entry.at);
      return problems;
    },
  };
}

type PartsOf<Form> = Form extends `${string}{${infer Name}}${infer Rest}` ? Name | PartsOf<Rest> : never;

/** The kind of a register and the parts of its address, by name. */
export type Address<Kind extends string, Form extends string> = { readonly kind: Kind } & {
  readonly [Name in PartsOf<Form>]: Name extends 'vote' ? number : string;
};

export interface RegisterDefinition<Of extends { readonly kind: string }, Draft> {
  readonly kind: Of['kind'];
  /** The address, names of its parts in braces. Parts are percent-encoded; `vote` is 1 to 99. */
  readonly form: string;
  /** The fields that this version knows; null for a register of one value. */
  readonly fields: Readonly<Record<string, Sayings>> | null;
  /** The rule of an address; null for a field of a newer version. */
  ruleOf(address: Of): RegisterRule<Of, Draft> | null;
  /** What an address says, fields of a newer version included. */
  sayingsOf(address: Of): Sayings;
}

/** A register of one value. */
export function defineRegister<const Kind extends string, const Form extends string, Value, Draft>(
  kind: Kind,
  form: Form,
  said: RuleSaid<Address<Kind, Form>, Value, Draft>,
): RegisterDefinition<Address<Kind, Form>, Draft> {
  const rule = ruleOf(said);
  return { kind, form, fields: null, ruleOf: () => rule, sayingsOf: () => rule };
}

/** A field of a register of many. */
export interface FieldSaid<Value> extends Sayings {
  readonly value: z.ZodMiniType<Value>;
}

type FieldsSaid = Readonly<Record<string, FieldSaid<unknown>>>;

/** The values of fields, each as its schema makes it. */
export type FieldValues<Fields extends FieldsSaid> = {
  readonly [Field in keyof Fields]?: Fields[Field]['value'] extends z.ZodMiniType<infer Value> ? Value : never;
};

interface ManyFields<Of, Fields extends FieldsSaid, Draft> {
  readonly fields: Fields;
  /** What holds for fields of a newer version: they are carried, and count for nothing. */
  readonly otherFields: Sayings;
  /** The object that the fields of an address are put into. */
  readonly target: (draft: Draft, address: Of) => object;
}

/** A register of many fields, which the last part of its address names. Fields of a newer version are carried. */
export function defineFields<
  const Kind extends string,
  const Form extends `${string}/{field}`,
  Fields extends FieldsSaid,
  Draft,
>(
  kind: Kind,
  form: Form,
  { fields, otherFields, target }: ManyFields<Address<Kind, Form>, Fields, Draft>,
): RegisterDefinition<Address<Kind, Form> & { readonly field: string }, Draft> {
  type Of = Address<Kind, Form> & { readonly field: string };
  const rules = new Map(
    Object.entries(fields).map(([field, said]) => [
      field,
      ruleOf<Of, unknown, Draft>({
        ...said,
        put: (draft, address, value) => void Object.assign(target(draft, address), { [field]: value }),
      }),
    ]),
  );
  const ruleOfField = ({ field }: Of) => rules.get(field) ?? null;
  return { kind, form, fields, ruleOf: ruleOfField, sayingsOf: (address) => ruleOfField(address) ?? otherFields };
}

/** Registers of one kind whose last part is one of few: every part has a rule of its own, and there are no others. */
export function defineParts<
  const Kind extends string,
  const Form extends `${string}/{part}`,
  Draft,
  Rules extends Readonly<Record<string, RegisterRule<Address<Kind, Form>, Draft>>>,
>(
  kind: Kind,
  form: Form,
  rules: Rules,
): RegisterDefinition<
  Omit<Address<Kind, Form>, 'part'> & { readonly kind: Kind; readonly part: keyof Rules & string },
  Draft
> {
  type Of = Omit<Address<Kind, Form>, 'part'> & { readonly kind: Kind; readonly part: keyof Rules & string };
  const ruleOfPart = ({ part }: Of): RegisterRule<Of, Draft> => rules[part] as unknown as RegisterRule<Of, Draft>;
  return { kind, form, fields: rules, ruleOf: ruleOfPart, sayingsOf: ruleOfPart };
}
