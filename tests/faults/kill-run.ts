import type { Browser } from '../e2e/find-browser.ts';
import { PORTABLE_FILE } from '../e2e/find-build.ts';
import { answerQuestions } from './answer-scenario.ts';
import { killOnOneProfile } from './kill-on-one-profile.ts';
import type { KillRecord, RunName, ScenarioName } from './kill-records.ts';
import { SCENARIOS } from './kill-records.ts';
import type { MakeScenario } from './kill-scenario.ts';
import { chromiumPages, firefoxPages } from './killable-page.ts';
import { restoreSnapshot } from './restore-scenario.ts';
import { importFile, mergeFile } from './take-in-files.ts';
import { typeComment } from './type-scenario.ts';

/** A fresh profile after so many kills, or what the earlier ones left would be most of the time. */
const MOST_KILLS_A_PROFILE = 25;
/** A machine that cannot start the browser so often will not start it at all. */
const MOST_FAILED_STARTS = 5;

const MAKERS: Readonly<Record<ScenarioName, MakeScenario>> = {
  import: importFile,
  merge: mergeFile,
  answers: answerQuestions,
  typing: typeComment,
  restore: restoreSnapshot,
};

export interface KillRun extends RunName {
  readonly kills: number;
  readonly program: Browser;
  /** Of the server of the hosted build. */
  readonly hostedUrl: string;
}

/** The kills that are still to be made, in pieces of one scenario on one profile. */
function piecesOf({ kills, scenarios }: KillRun, done: readonly KillRecord[]): [ScenarioName, number[]][] {
  const known = new Set(done.map(({ kill }) => kill));
  const length = Math.min(MOST_KILLS_A_PROFILE, Math.ceil(kills / scenarios.length));
  const pieces: [ScenarioName, number[]][] = [];
  for (let first = 0; first < kills; first += length) {
    const scenario = scenarios[(first / length) % scenarios.length] ?? SCENARIOS[0];
    const numbers = Array.from({ length: Math.min(length, kills - first) }, (_, index) => first + index);
    const open = numbers.filter((kill) => !known.has(kill));
    if (open.length > 0) pieces.push([scenario, open]);
  }
  return pieces;
}

/** Makes what is left of a run and says each kill as soon as it was judged. Throws when a browser does not start. */
export async function killRun(
  run: KillRun,
  done: readonly KillRecord[],
  onrecord: (record: KillRecord) => void,
): Promise<void> {
  const { browser, build, seed, program, hostedUrl } = run;
  const start = browser === 'chromium' ? chromiumPages(program) : firefoxPages(program);
  const url = build === 'hosted' ? hostedUrl : PORTABLE_FILE;
  const records = [...done];
  let failures = 0;
  for (let [piece] = piecesOf(run, records); piece !== undefined; [piece] = piecesOf(run, records)) {
    const [scenario, kills] = piece;
    const before = records.length;
    try {
      await killOnOneProfile({ start, make: MAKERS[scenario], url, seed, kills }, (outcome) => {
        const record: KillRecord = { browser, build, scenario, seed, ...outcome, lost: [...outcome.lost] };
        records.push(record);
        onrecord(record);
      });
    } catch (error) {
      failures = records.length > before ? 1 : failures + 1;
      if (failures >= MOST_FAILED_STARTS) throw error;
      process.stderr.write(`${scenario}: ${error instanceof Error ? error.message : String(error)}; once more\n`);
    }
  }
}
