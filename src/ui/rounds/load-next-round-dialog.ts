/** The dialog that starts a round comes when somebody asks for it: the first screen does without. */
export const loadNextRoundDialog = () => import('./NextRoundDialog.svelte');
