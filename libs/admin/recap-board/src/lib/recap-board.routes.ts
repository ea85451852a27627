import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { BoardPage } from './board/board-page';
import { NewRecap } from './new-recap';
import { SeriesRulesPage } from './rules/series-rules-page';

export const recapBoardRoutes: Routes = [
  { path: '', pathMatch: 'full', component: BoardPage, title: $localize`:@@recap-desk.list.heading:Recaps` },
  { path: 'new', component: NewRecap, title: $localize`:@@recap-desk.list.new:New recap` },
  {
    path: 'rules/:seriesId',
    component: SeriesRulesPage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@recap-desk.rules.heading:How recaps begin`,
  },
];
