/** Parts of a programme to be shown in a quiet part, each a script of its own that is fetched when it is needed. */
export const programmeFinder = () => import('./programme-finder').then((m) => m.ProgrammeFinder);
export const programmeMonth = () => import('./programme-month').then((m) => m.ProgrammeMonth);
