import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { RegisterState } from '../journal/register-state.ts';
import { isSameValue } from '../journal/same-value.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';

/** What one institution has: indicators that it was asked, answers it gave, documents it named. */
export interface Holdings {
  readonly tasks: number;
  readonly answers: number;
  readonly documents: number;
}

/** An indicator that both answered, and differently. */
export interface BothAnswered {
  readonly indicator: string;
  /** 1 for the first opinion, 2 for the one after discussion, ... */
  readonly vote: number;
  /** Values of the answers, as in the journal. */
  readonly from: JsonValue;
  readonly into: JsonValue;
}

/** What would be joined, before anything is written. */
export interface JoinPreview {
  readonly from: Holdings;
  readonly into: Holdings;
  /** In the order of the framework as given, then of votes. */
  readonly both: readonly BothAnswered[];
  /** Indicators that both answered, and in the same way. */
  readonly agreeing: number;
}

/** The first opinion and the one after discussion: further votes are of made-up files, and are settled with these. */
const VOTES = [1, 2];

const said = (state: RegisterState) => state.value !== null;

function holdingsOf({ registers }: JournalState, institution: string): Holdings {
  const [tasks, answers, documents] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [address, state] of registers) {
    const register = parseRegister(address);
    if (!('institution' in register) || register.institution !== institution || !said(state)) continue;
    if (register.kind === 'assignment') tasks.add(register.indicator);
    if (register.kind === 'rating' && register.part === 'answer') answers.add(register.indicator);
    if (register.kind === 'evidence-link') documents.add(register.evidence);
  }
  return { tasks: tasks.size, answers: answers.size, documents: documents.size };
}

/** What each of two institutions has, and where both said something else; `indicatorIds` gives the order. */
export function previewJoin(
  state: JournalState,
  from: string,
  into: string,
  indicatorIds: readonly string[],
): JoinPreview {
  const answered = new Set([...state.registers].flatMap(([address, known]) => (said(known) ? [address] : [])));
  const pairs = indicatorIds.flatMap((indicator) =>
    VOTES.flatMap((vote) => {
      const addressOf = (institution: string) =>
        buildRegister({ kind: 'rating', institution, indicator, vote, part: 'answer' });
      const [one, other] = [addressOf(from), addressOf(into)];
      if (!answered.has(one) || !answered.has(other)) return [];
      const valueOf = (address: string) => state.registers.get(address)?.value ?? null;
      return [
        {
          indicator,
          vote,
          from: valueOf(one),
          into: valueOf(other),
          differs: !isSameValue(one, valueOf(one), valueOf(other)),
        },
      ];
    }),
  );
  return {
    from: holdingsOf(state, from),
    into: holdingsOf(state, into),
    both: pairs.filter(({ differs }) => differs).map(({ differs: _, ...one }) => one),
    agreeing: pairs.filter(({ differs }) => !differs).length,
  };
}
