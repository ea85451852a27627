export { RecapFieldWords } from './lib/recap-field-words';
export {
  emptyRecap,
  isUnwritten,
  recapForm,
  recapSchema,
  revisionForm,
  saveRecap,
  type RecapForm,
} from './lib/recap-form';
export { BY_BLOCKS } from './lib/recap-merge';
export { RecapWork } from './lib/recap-work';
