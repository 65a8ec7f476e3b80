/** Everything but the home and answering: fetched when it is wanted, and so is this list with the names of all its parts. */
export const LATER_PAGES = {
  setup: () => import('./SetupPage.svelte'),
  institutions: () => import('./InstitutionsPage.svelte'),
  returns: () => import('./ReturnsPage.svelte'),
  agree: () => import('./AgreePage.svelte'),
  results: () => import('./ResultsPage.svelte'),
  gaps: () => import('./GapsPage.svelte'),
  plan: () => import('./PlanPage.svelte'),
  report: () => import('./ReportPage.svelte'),
  validate: () => import('./ValidatePage.svelte'),
  return: () => import('./ReturnPage.svelte'),
  instruments: () => import('./InstrumentsPage.svelte'),
  workshop: () => import('./WorkshopPage.svelte'),
  notes: () => import('./NotesPage.svelte'),
  evaluation: () => import('./EvaluationPage.svelte'),
  comments: () => import('./CommentsPage.svelte'),
};

/** What stands above a page now and then; `steps` are the way of a pack. */
export const LATER_BANNERS = {
  notFound: () => import('../shell/NotFound.svelte'),
  steps: () => import('../shell/StepNavigation.svelte'),
  refusal: () => import('../shell/RefusalDialog.svelte'),
  clock: () => import('../shell/ClockBanner.svelte'),
  folder: () => import('../folder/FolderWatch.svelte'),
  task: () => import('../contribute/TaskBanner.svelte'),
  gone: () => import('../shell/GoneBanner.svelte'),
  takenIn: () => import('../library/TakenInNotice.svelte'),
  validation: () => import('../validation/ValidationBanner.svelte'),
  tour: () => import('../tour/SampleTour.svelte'),
};
