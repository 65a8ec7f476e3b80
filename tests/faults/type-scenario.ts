import path from 'node:path';
import { FaultFiles, INDICATORS } from './fault-files.ts';
import type { KillablePage } from './killable-page.ts';
import type { MakeScenario } from './kill-scenario.ts';
import { goTo, rowsOf, untilThere } from './page-verbs.ts';
import { takeIn, untilTakenIn } from './take-in-files.ts';
import type { WriteMessage } from './watch-writes.ts';

const KEY_MS = 40;
const COMMENT = 'textarea[maxlength="10000"]';

interface Typing {
  readonly selector: string;
  readonly start: string;
  readonly keys: number;
  readonly keyMs: number;
}

/** Runs in the page: types into the comment without a pause, a key at a time. */
function typeInPage({ selector, start, keys, keyMs }: Typing): void {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  if (field === null) throw new Error(`no ${selector}`);
  field.focus();
  field.value = start;
  let key = 0;
  const type = () => {
    field.value += 'abcdefgh '.charAt(key++ % 9);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (key < keys) setTimeout(type, keyMs);
  };
  type();
}

/** A comment is typed without a pause: what the storage said it holds is there as a draft. */
export const typeComment: MakeScenario = (folder) => {
  const files = new FaultFiles();
  let number = 0;
  let start = '';
  /** The longest text that a completed write had put. */
  let durable = '';
  let onwritten: () => void = () => undefined;
  const type = async (page: KillablePage, keys: number) => {
    const indicator = INDICATORS[number % INDICATORS.length] ?? '';
    number += 1;
    start = `Comment ${number}: `;
    durable = '';
    await goTo(page, `#/assessment/${files.assessment}/assess/${indicator}`);
    await untilThere(page, `input.choice[name="answer-${indicator}"]`);
    // It comes after the question.
    await untilThere(page, COMMENT);
    await page.run(typeInPage, { selector: COMMENT, start, keys, keyMs: KEY_MS });
  };
  return {
    address: `#/assessment/${files.assessment}/assess/${INDICATORS[0] ?? ''}`,
    async prepare(page) {
      const size = { indicators: 0, documents: 0, documentBytes: 0 };
      await takeIn(page, files.write(path.join(folder, 'base.sextant'), size));
      await untilTakenIn(page);
    },
    async rehearse(page) {
      const written = new Promise<void>((resolve) => (onwritten = resolve));
      await type(page, 20);
      await written;
    },
    begin: (page) => type(page, Number.MAX_SAFE_INTEGER),
    stores: ['typing'],
    chooseWrite: (draw) => 2 + draw(2),
    isOneWork: false,
    hear(text) {
      const message = text.startsWith('{') ? (JSON.parse(text) as WriteMessage) : null;
      if (message?.kind !== 'completed') return;
      for (const typed of message.typed) if (typed.startsWith(start) && typed.length > durable.length) durable = typed;
      if (durable !== '') onwritten();
    },
    async check(page) {
      await untilThere(page, 'input.choice');
      const rows = await rowsOf<{ text: string }>(page, 'typing', files.assessment);
      const kept = rows.map(({ text }) => text).filter((text) => text.startsWith(start));
      const longest = Math.max(0, ...kept.map(({ length }) => length));
      const compared = durable === '' ? 0 : 1;
      const lost =
        durable === '' || kept.some((text) => text.startsWith(durable))
          ? []
          : [`${durable.length} characters were stored, the longest draft has ${longest}`];
      return { outcome: lost.length > 0 ? 'fault' : 'kept', compared, lost };
    },
  };
};
