import type { Page } from '@playwright/test';

/** What the page said so far: answers given, and how many of them it had shown as saved. */
export interface Heard {
  /** Levels by indicator, in the order they were given. */
  readonly given: Map<string, string[]>;
  /** By indicator, how many of the given ones were on a page that said "saved". */
  readonly saved: Map<string, number>;
}

const MARK = 'sextant-fault-test ';

interface Message {
  readonly kind: 'given' | 'saved';
  readonly indicator: string;
  readonly level?: string;
  readonly count?: number;
}

export const nothingHeard = (): Heard => ({ given: new Map(), saved: new Map() });

/** Notes what `answerInPage` says; what arrived before a kill is what a person could have seen. */
export function hear({ given, saved }: Heard, text: string): void {
  if (!text.startsWith(MARK)) return;
  const { kind, indicator, level, count } = JSON.parse(text.slice(MARK.length)) as Message;
  if (kind === 'given') given.set(indicator, [...(given.get(indicator) ?? []), level ?? '']);
  else saved.set(indicator, count ?? 0);
}

/** Listens to what `answerFast` says on the console. */
export function listen(page: Page): Heard {
  const heard = nothingHeard();
  page.on('console', (message) => hear(heard, message.text()));
  return heard;
}

/** The answers that were shown as saved, by indicator and in order. */
export function shownAsSaved({ given, saved }: Heard): Map<string, string[]> {
  return new Map([...saved].map(([indicator, count]) => [indicator, (given.get(indicator) ?? []).slice(0, count)]));
}

interface AnswerOptions {
  readonly seed: number;
  readonly answers: number;
  readonly mark: string;
  readonly savedWords: string;
}

/**
 * Runs in the page. Answers as fast as the page takes it, on the screen of an open assessment, and goes on until the
 * page ends, or for a number of answers. Says of each answer when it is given, and when the page shows it as saved.
 * Resolves with how many.
 */
export async function answerInPage({ seed, answers, mark, savedWords }: AnswerOptions): Promise<number> {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // A task of its own, after which the page has drawn what it knows.
  const drawn = () =>
    new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  const tell = (Reflect.get(globalThis, 'sextantSay') as ((text: string) => void) | undefined) ?? console.log;
  const say = (message: object) => tell(mark + JSON.stringify(message));
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>('.rail a[href*="/assess/"]')].map((link) =>
    link.getAttribute('href'),
  );
  const counts = new Map<string, number>();
  const open = new Map<string, number>();
  const noteSaved = () => {
    const status = document.querySelector('.status [role=status]')?.textContent ?? '';
    if (!status.includes(savedWords)) return;
    for (const [indicator, count] of open) say({ kind: 'saved', indicator, count });
    open.clear();
  };
  let given = 0;
  while (given < answers) {
    const address = addresses[random(addresses.length)] ?? '';
    const indicator = decodeURIComponent(address.split('/').at(-1) ?? '');
    location.hash = address;
    const group = `input[type=radio][name="${CSS.escape(`answer-${indicator}`)}"]`;
    for (let waited = 0; document.querySelector(group) === null && waited < 200; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    for (let burst = 1 + random(4); burst > 0 && given < answers; burst--) {
      const radios = [...document.querySelectorAll<HTMLInputElement>(group)].filter(
        (radio) => !radio.checked && radio.classList.contains('choice'),
      );
      const radio = radios[random(radios.length)];
      if (radio === undefined) break;
      given += 1;
      const count = (counts.get(indicator) ?? 0) + 1;
      counts.set(indicator, count);
      say({ kind: 'given', indicator, level: radio.value });
      radio.click();
      open.set(indicator, count);
      // Only then does the status speak of this answer too: before, it may be that of the last drawing.
      await drawn();
      noteSaved();
    }
    // Mostly until the page says saved, so that there is something to compare; else on, with writes under way.
    const patience = random(4) === 0 ? 0 : 500;
    for (let waited = 0; open.size > 0 && waited < patience; waited++) {
      await drawn();
      noteSaved();
    }
  }
  while (open.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    noteSaved();
  }
  return given;
}

export function answerOptions({ seed, answers }: { seed: number; answers?: number }): AnswerOptions {
  return { seed, answers: answers ?? Number.MAX_SAFE_INTEGER, mark: MARK, savedWords: 'Saved on this computer' };
}

/** The same in a page that Playwright drives. */
export function answerFast(page: Page, options: { seed: number; answers?: number }): Promise<number> {
  return page.evaluate(answerInPage, answerOptions(options));
}
