import { parseRegister } from '../domain/registers/register-address.ts';
import type { ReturnedThing, SettledReturn } from '../domain/returns/incoming-return.ts';
import { opinionOf } from '../domain/registers/thing-of-register.ts';
import { localDay } from '../i18n/local-day.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** Code of an indicator, or what else it is. */
function codeOf({ register: address }: ReturnedThing, { t }: Localiser): string {
  const register = parseRegister(address);
  const opinion = opinionOf(register);
  if (opinion !== null) return opinion.indicator;
  return register.kind === 'unknown' ? '' : t(`report.record.kind.${register.kind}`);
}

/** By the day of the other return, in this place; '' where none is known. */
function byDay(things: readonly ReturnedThing[]): ReadonlyMap<string, readonly ReturnedThing[]> {
  const days = new Map<string, ReturnedThing[]>();
  for (const thing of things) {
    const { other } = thing;
    const day = other === null ? '' : localDay(other.saved ?? other.received);
    days.set(day, [...(days.get(day) ?? []), thing]);
  }
  return days;
}

/** What becomes of what an earlier return said, a sentence a day of it; nothing where nothing meets. */
export function settledWords(settled: SettledReturn, localiser: Localiser): readonly string[] {
  const { t, date } = localiser;
  const codesOf = (things: readonly ReturnedThing[]) =>
    localiser.row([...new Set(things.map((one) => codeOf(one, localiser)))]);
  const met = (['replaced', 'standing', 'outdated'] as const).flatMap((list) =>
    [...byDay(settled[list])].map(([day, things]) =>
      day === ''
        ? t(`institutions.receive.${list}Unknown`, { codes: codesOf(things) })
        : t(`institutions.receive.${list}`, { day: date(day), codes: codesOf(things) }),
    ),
  );
  return settled.open.length === 0
    ? met
    : [...met, t('institutions.receive.toChoose', { codes: codesOf(settled.open) })];
}
