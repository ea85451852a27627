import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { UploadQueue } from './upload-queue';
import { MediaLibrary } from './media-library';

export const mediaRoutes: Routes = [
  {
    path: '',
    component: MediaLibrary,
    providers: [UploadQueue],
    canDeactivate: [askBeforeLeaving],
    // The image at hand is part of the query: going to another one leaves this one's form.
    runGuardsAndResolvers: (from, to) => from.queryParamMap.get('image') !== to.queryParamMap.get('image'),
    title: $localize`:@@media.library.heading:Media library`,
  },
];
