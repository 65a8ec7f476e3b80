import { directionOf } from '../../words/text-direction.ts';
import { getContext, setContext } from 'svelte';

type Direction = 'ltr' | 'rtl';
const KEY = Symbol('direction of the part');

/** Gives every component below the direction in which the part is read. */
export function providePaperDirection(read: () => Direction): void {
  setContext(KEY, read);
}

/** The direction in which the part around is read; undefined outside of a part. */
export function usePaperDirection(): () => Direction | undefined {
  const read = getContext<(() => Direction) | undefined>(KEY);
  return () => read?.();
}

/** The direction of a text where it is not that of the part around it: what somebody wrote in another script. */
export function useOwnDirection(): (text: string) => Direction | undefined {
  const read = usePaperDirection();
  return (text) => {
    const around = read();
    const own = around === undefined ? undefined : directionOf(text, around);
    return own === around ? undefined : own;
  };
}
