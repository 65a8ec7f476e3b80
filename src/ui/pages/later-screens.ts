/** Pages around the assessments, by what leads to them. */
export const LATER_SCREENS = {
  about: () => import('./AboutPage.svelte'),
  guides: () => import('./GuidesPage.svelte'),
  together: () => import('./TogetherPage.svelte'),
  frameworks: () => import('./FrameworksDoor.svelte'),
};
