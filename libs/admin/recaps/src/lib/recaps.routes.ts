import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';

export const recapsRoutes: Routes = [
  {
    path: ':id',
    // The editor brings Tiptap along; the lists do without.
    loadComponent: async () => (await import('./editor/recap-editor')).RecapEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@recap-desk.title:Recap`,
  },
];
