import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';

export const recapTranslationRoutes: Routes = [
  {
    path: ':id/translate/:language',
    // Brings Tiptap along; the lists do without.
    loadComponent: async () => (await import('./translation-page')).TranslationPage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@recap-translation.title:Translation`,
  },
];
