import { freshPage, openState, serveApp, STATES, withBrowser } from '../app-in-bench.ts';
import type { StateName } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';

const ROUNDS = 3;
const NAMES: readonly StateName[] = ['institutions-25', 'institutions-200', 'entries-100000'];

async function run(): Promise<Row[]> {
  const server = await serveApp();
  try {
    return await withBrowser(async (browser) => {
      const rows: Row[] = [];
      for (const name of NAMES) {
        const times: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const { page, close } = await freshPage(browser);
          const start = Date.now();
          await openState(page, server, name);
          times.push(Date.now() - start);
          await close();
        }
        rows.push({ what: STATES[name], unit: 'ms', ours: times });
      }
      return rows;
    });
  } finally {
    await server.close();
  }
}

export const OPENING: Scenario = {
  name: 'opening',
  what: 'From nothing on the screen to the home of an assessment that was given as a file, at full speed.',
  run,
};
