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
