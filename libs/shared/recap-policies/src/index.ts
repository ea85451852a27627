export { recapGaps, type CreditedImage, type RecapContent } from './lib/recap-gaps';
export {
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canSendBackRecap,
  canSubmitRecap,
} from './lib/recap-states';
export {
  checkRichDocument,
  documentText,
  figuresOf,
  isSafeLink,
  type DocumentError,
  type DocumentErrorCode,
} from './lib/rich-document';
