import { referenceRecaps2020 } from './lib/reference-recaps-2020';
import { referenceRecaps2021 } from './lib/reference-recaps-2021';
import type { PublishedRecapContent } from './lib/types';

export { demoImages, type DemoImageKey } from './lib/images';
export { referenceSeries, referenceSessions, referenceSpeakers } from './lib/reference-series';
export { dayFrom, instantsOf, type InstantRange } from './lib/schedule';
export { categories, formatAliases, regions } from './lib/taxonomy';
export { upcomingRecaps } from './lib/upcoming-recaps';
export { upcomingSeries } from './lib/upcoming-series';
export { upcomingSessions } from './lib/upcoming-sessions';
export { upcomingSpeakers } from './lib/upcoming-speakers';
export type * from './lib/types';

export const referenceRecaps: readonly PublishedRecapContent[] = [
  ...referenceRecaps2020,
  ...referenceRecaps2021,
];
export { samplePeople, sampleRegistrations, speakerName, type SamplePerson } from './lib/people';
