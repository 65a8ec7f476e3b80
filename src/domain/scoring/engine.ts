/**
 * The rules that results are made by. Rules that changed stay callable, so that a validated report is shown by the engine
 * it names; what each engine does is in docs/methodology.md section 14.
 */
export type Engine = 1 | 2;

const VERSIONS: Readonly<Record<Engine, string>> = { 1: '1.0.0', 2: '2.0.0' };

/** What everything is computed by unless somebody asks for another. */
export const PRESENT_ENGINE: Engine = 2;

/** Version of the present engine: changes when any score could change. Printed in every report. */
export const ENGINE_VERSION = VERSIONS[PRESENT_ENGINE];

/** The version that a report made by an engine carries. */
export function versionOfEngine(engine: Engine): string {
  return VERSIONS[engine];
}

/** The engine that a version names; for one that is newer than this program, the nearest it has. */
export function engineOfVersion(version: string): Engine {
  return Number(version.split('.')[0]) < 2 ? 1 : PRESENT_ENGINE;
}
