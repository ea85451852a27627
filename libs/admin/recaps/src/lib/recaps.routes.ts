import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { NewRecap } from './list/new-recap';
import { RecapsList } from './list/recaps-list';

export const recapsRoutes: Routes = [
  { path: '', component: RecapsList, title: $localize`:@@recap-desk.list.heading:Recaps` },
  { path: 'new', component: NewRecap, title: $localize`:@@recap-desk.list.new:New recap` },
  {
    path: ':id',
    // The editor brings Tiptap along; the lists do without.
    loadComponent: async () => (await import('./editor/recap-editor')).RecapEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@recap-desk.title:Recap`,
  },
];
