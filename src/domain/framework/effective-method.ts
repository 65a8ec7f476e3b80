import type { Method, MethodOverride } from './framework-schema.ts';

/**
 * The method in force at a node: the fields it names replace those it inherits, whole (a `rounding` or `bands` given
 * below replaces all of the one above). docs/methodology.md section 2.
 */
export function effectiveMethod(inherited: Method, override: MethodOverride | undefined): Method {
  return override === undefined ? inherited : ({ ...inherited, ...override } as Method);
}
