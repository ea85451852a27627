import { referenceRecaps2020 } from './reference-recaps-2020';
import { referenceRecaps2021 } from './reference-recaps-2021';
import type { PublishedRecapContent } from './types';

export { demoImages, type DemoImageKey } from './images';
export { referenceSeries, referenceSessions, referenceSpeakers } from './reference-series';
export { dayFrom, instantsOf, type InstantRange } from './schedule';
export { categories, formatAliases, regions } from './taxonomy';
export { upcomingRecaps } from './upcoming-recaps';
export { upcomingSeries } from './upcoming-series';
export { upcomingSessions } from './upcoming-sessions';
export { upcomingSpeakers } from './upcoming-speakers';
export type * from './types';

export const referenceRecaps: readonly PublishedRecapContent[] = [
  ...referenceRecaps2020,
  ...referenceRecaps2021,
];
