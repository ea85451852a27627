export {
  RECAP_GAP_CODES,
  recapTextRules,
  reviewCommentRules,
  saveRecapRules,
  type Recap,
  type RecapGap,
  type RecapGapCode,
  type RecapListItem,
  type RecapRevision,
  type RecapText,
  type ReviewComment,
  type SaveRecap,
} from './lib/recaps';
