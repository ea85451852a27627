export { manyRecaps, PICTURES_PER_RECAP, type ManyRecaps } from './lib/many-recaps.sql';
export { anImage, aSeries, aSession } from './lib/recap-records';
export {
  aCategory,
  aContribution,
  anAgendaItem,
  aRegion,
  aSpeakerOf,
  classify,
  register,
  state,
} from './lib/session-records';
