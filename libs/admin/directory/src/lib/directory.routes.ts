import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { DuplicatesPage } from './speakers/duplicates-page';
import { MergePage } from './speakers/merge-page';
import { SpeakerEditor } from './speakers/speaker-editor';
import { SpeakerPage } from './speakers/speaker-page';
import { SpeakersList } from './speakers/speakers-list';
import { TaxonomyPage } from './taxonomy/taxonomy-page';

export const speakersRoutes: Routes = [
  { path: '', component: SpeakersList, title: $localize`:@@programme.title.speakers:Speakers` },
  {
    path: 'new',
    component: SpeakerEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.new-speaker:New speaker`,
  },
  {
    path: 'duplicates',
    component: DuplicatesPage,
    title: $localize`:@@directory.title.duplicates:Possible duplicates`,
  },
  { path: ':id', component: SpeakerPage, title: $localize`:@@directory.title.speaker:Speaker` },
  {
    path: ':id/merge/:otherId',
    component: MergePage,
    title: $localize`:@@directory.title.merge:Merge two entries`,
  },
  {
    path: ':id/edit',
    component: SpeakerEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.speaker:Edit speaker`,
  },
];

export const regionsRoutes: Routes = [
  {
    path: '',
    component: TaxonomyPage,
    canDeactivate: [askBeforeLeaving],
    data: { isRegions: true },
    title: $localize`:@@programme.title.regions:Regions`,
  },
];

export const categoriesRoutes: Routes = [
  {
    path: '',
    component: TaxonomyPage,
    canDeactivate: [askBeforeLeaving],
    data: { isRegions: false },
    title: $localize`:@@programme.title.categories:Categories`,
  },
];
