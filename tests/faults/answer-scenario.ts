import path from 'node:path';
import type { Entry } from '../../src/domain/journal/entry-schema.ts';
import { answerInPage, answerOptions, hear, nothingHeard, shownAsSaved } from './answer-fast.ts';
import { FaultFiles, INDICATORS } from './fault-files.ts';
import { count } from './fault-test.ts';
import type { MakeScenario } from './kill-scenario.ts';
import { goTo, rowsOf, untilThere } from './page-verbs.ts';
import type { AnswersInOrder } from './stored-answers.ts';
import { answersOf, findLost } from './stored-answers.ts';
import { takeIn, untilTakenIn } from './take-in-files.ts';

const MOST_WRITES = 25;

function together(before: AnswersInOrder, shown: AnswersInOrder): AnswersInOrder {
  const all = new Map(before);
  for (const [indicator, levels] of shown) all.set(indicator, [...(before.get(indicator) ?? []), ...levels]);
  return all;
}

/** Questions are answered as fast as the page takes it. */
export const answerQuestions: MakeScenario = (folder) => {
  const files = new FaultFiles();
  const address = `#/assessment/${files.assessment}/assess/${INDICATORS[0] ?? ''}`;
  let stored: AnswersInOrder = new Map();
  let heard = nothingHeard();
  return {
    address,
    async prepare(page) {
      await takeIn(
        page,
        files.write(path.join(folder, 'base.sextant'), { indicators: 0, documents: 0, documentBytes: 0 }),
      );
      await untilTakenIn(page);
      await goTo(page, address);
      await untilThere(page, 'input.choice');
    },
    async rehearse(page) {
      await page.run(answerInPage, answerOptions({ seed: 1, answers: 10 }));
    },
    async begin(page, draw) {
      page.run(answerInPage, answerOptions({ seed: draw(2 ** 31) })).catch(() => undefined);
      await Promise.resolve();
    },
    stores: ['entries'],
    chooseWrite: (draw) => 2 + draw(MOST_WRITES),
    isOneWork: false,
    hear: (text) => hear(heard, text),
    async check(page) {
      await untilThere(page, 'input.choice');
      const expected = together(stored, shownAsSaved(heard));
      const rows = await rowsOf<{ entry: Entry }>(page, 'entries', files.assessment);
      const found = answersOf(rows.map(({ entry }) => entry));
      const lost = findLost(expected, found);
      const onScreen = await page.run(
        () => Number.parseInt(/(\d+) of \d+ answered/.exec(document.body.innerText)?.[1] ?? '', 10),
        null,
      );
      if (onScreen !== found.size) lost.push(`the screen shows ${onScreen} answers, the journal holds ${found.size}`);
      const compared = count(shownAsSaved(heard));
      stored = found;
      heard = nothingHeard();
      return { outcome: lost.length > 0 ? 'fault' : 'kept', compared, lost };
    },
  };
};
