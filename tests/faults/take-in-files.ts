import path from 'node:path';
import type { FaultFile, FaultFileSize } from './fault-files.ts';
import { FaultFiles } from './fault-files.ts';
import type { MakeScenario, Verdict } from './kill-scenario.ts';
import type { KillablePage } from './killable-page.ts';
import type { Holding } from './page-verbs.ts';
import { goTo, holdingsOf, press, untilThere } from './page-verbs.ts';

/** Large enough that a write lasts long enough to be hit, small enough for hundreds of kills. */
const SIZE: FaultFileSize = { indicators: 20, documents: 3, documentBytes: 1_200_000 };
const SHOWN = 'sextant-taken-in';

/** Runs in the page: says when the dialogue has given way to the assessment, which is how a person learns that it is done. */
function tellWhenShown({ mark, assessment }: { mark: string; assessment: string }): void {
  const look = () => {
    const done = location.hash.includes(`/assessment/${assessment}`) && document.querySelector('dialog[open]') === null;
    if (done) (Reflect.get(globalThis, 'sextantSay') as (text: string) => void)(mark);
    else setTimeout(look, 5);
  };
  look();
}

/** Chooses a file in the library and says yes to what it holds; does not wait for the end. */
export async function takeIn(page: KillablePage, file: FaultFile): Promise<void> {
  await goTo(page, '#/');
  await untilThere(page, 'label input[type=file]');
  await page.chooseFile('label input[type=file]', file.path);
  await untilThere(page, 'dialog[open] button', 'Take it in');
  await page.run(tellWhenShown, { mark: SHOWN, assessment: file.assessment });
  await press(page, 'dialog[open] button', 'Take it in');
}

/** Until a file that was taken in is shown. */
export async function untilTakenIn(page: KillablePage): Promise<void> {
  await untilThere(page, '.status [role=status]', 'Saved on this computer');
  await untilThere(page, 'body:not(:has(dialog[open]))');
}

/** How much of a file is there, in words; null for all of it and for nothing. */
export function halfOf({ entries, documents }: FaultFile, holding: Holding): { found: number; half: string | null } {
  const stored = entries.filter((id) => holding.entries.includes(id)).length;
  const kept = documents.filter((sha256) => holding.documents.includes(sha256)).length;
  const found = stored + kept;
  const isHalf = found > 0 && found < entries.length + documents.length;
  const words = `half done: ${stored} of ${entries.length} entries and ${kept} of ${documents.length} documents`;
  return { found, half: isHalf ? words : null };
}

/** A file with entries and documents is taken in: as a new assessment, or into one that is here. */
const takingIn =
  (kind: 'import' | 'merge'): MakeScenario =>
  (folder) => {
    const home = new FaultFiles();
    /** Every file so far, and whether it was there when it was last looked for; null before that. */
    const taken: { readonly file: FaultFile; there: boolean | null; shown: boolean }[] = [];
    const write = (files: FaultFiles) => {
      const file = files.write(path.join(folder, `${taken.length}.sextant`), SIZE);
      taken.push({ file, there: null, shown: false });
      return file;
    };
    const begin = (page: KillablePage) => takeIn(page, write(kind === 'merge' ? home : new FaultFiles()));
    return {
      address: '#/',
      async prepare(page) {
        await takeIn(page, write(home));
        await untilTakenIn(page);
      },
      async rehearse(page) {
        await begin(page);
        await untilTakenIn(page);
      },
      begin,
      stores: ['entries', 'evidence'],
      chooseWrite: () => 1,
      isOneWork: true,
      hear(text) {
        const last = taken.at(-1);
        if (text === SHOWN && last !== undefined) last.shown = true;
      },
      async check(page): Promise<Verdict> {
        await untilThere(page, 'label input[type=file]');
        const holdings = await holdingsOf(page, [...new Set(taken.map(({ file }) => file.assessment))]);
        const lost: string[] = [];
        let compared = 0;
        for (const [number, one] of taken.entries()) {
          const { entries, documents, assessment } = one.file;
          const holding = holdings.get(assessment) as Holding;
          const { found, half } = halfOf(one.file, holding);
          const whole = found === entries.length + documents.length;
          if (one.there === true || one.shown) compared += entries.length + documents.length;
          if (half !== null && one.there !== false) lost.push(`file ${number}: ${half}`);
          if (!whole && one.there === true) lost.push(`file ${number}: was whole, ${found} parts are there`);
          if (!whole && one.shown) lost.push(`file ${number}: was shown as taken in, ${found} parts are there`);
          if (kind === 'import' && number > 0 && holding.listed !== found > 0) {
            lost.push(
              `file ${number}: the assessment is ${holding.listed ? '' : 'not '}listed, ${found} parts are there`,
            );
          }
          // What is half there is said once.
          one.there = whole;
          one.shown = whole && one.shown;
        }
        const last = taken.at(-1);
        if (lost.length > 0) return { outcome: 'fault', compared, lost };
        if (last?.there !== true) return { outcome: 'absent', compared, lost };
        await goTo(page, `#/assessment/${last.file.assessment}/assess`);
        await untilThere(page, 'input.choice');
        return { outcome: 'whole', compared, lost };
      },
    };
  };

export const importFile: MakeScenario = takingIn('import');
export const mergeFile: MakeScenario = takingIn('merge');
