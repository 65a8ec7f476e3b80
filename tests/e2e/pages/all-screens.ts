import { SIDE_PAGES, STEPS } from '../../../src/state/session/steps.ts';
import { GUIDE_NAMES } from '../../../src/ui/guides/guides.ts';

/** The address of every screen, those of an assessment in that of `assessment/<id>`. */
export function allScreens(assessment: string): string[] {
  return [
    ...['#/', '#/new', '#/about', '#/about/accessibility', '#/together', '#/frameworks', '#/nowhere'],
    ...GUIDE_NAMES.map((guide) => `#/guides/${guide}`),
    ...[...STEPS, ...SIDE_PAGES, 'gaps/table'].map((screen) => `#/${assessment}/${screen}`),
  ];
}
