import type { Browser } from '../e2e/find-browser.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import { launch } from './app-in-browser.ts';
import type { FaultFigures } from './fault-figures.ts';
import type { NamedFaultTest } from './fault-test.ts';

/** Makes each fault in a fresh profile, and says what it came to as soon as it is known. */
export async function runFaultTests(
  tests: readonly NamedFaultTest[],
  program: Browser,
  server: BuildServer,
  onfigures: (figures: FaultFigures) => void,
): Promise<void> {
  const browser = await launch(program);
  for (const [name, test] of tests) {
    try {
      const { gone, compared, tried = 1 } = await test({ browser, program, server });
      const survived = gone.length === 0 ? tried : tried - 1;
      onfigures({ name, tried, survived, lost: gone.length, compared: `${compared} answers`, faults: gone });
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      onfigures({ name, tried: 1, survived: 0, lost: 0, compared: 'did not come to an end', faults: [fault] });
    } finally {
      await Promise.all(browser.contexts().map((context) => context.close()));
    }
  }
  await browser.close();
}
