import type { AppContext } from '../../../src/state/app-context.ts';
import { renderWithLanguage } from './render-with-language.ts';

/** The same below an app of which only the named parts are there. */
export function renderInApp<Shown extends (internals: never, props: never) => unknown>(
  component: Shown,
  props: Record<string, unknown>,
  app: { readonly [Part in keyof AppContext]?: Partial<AppContext[Part]> },
  code = 'en',
) {
  const render = renderWithLanguage as (component: Shown, props: Record<string, unknown>, code: string) => unknown;
  return render(component, { ...props, app }, code) as ReturnType<typeof renderWithLanguage<Shown>>;
}
