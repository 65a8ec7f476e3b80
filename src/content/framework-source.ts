import type { FrameworkInput } from '../domain/framework/parse-framework.ts';

/** Where built-in frameworks come from: bundled modules in the app, files in the commands, fakes in tests. */
export interface FrameworkSource {
  readonly ids: readonly string[];
  readonly crosswalkKeys: readonly string[];
  loadFramework(id: string): Promise<FrameworkInput>;
  loadCrosswalk(key: string): Promise<unknown>;
}
