export { CROPS, regionAround, type Crop, type Region } from './lib/crop-region';
export {
  blocksOf,
  documentOfBlocks,
  fingerprint,
  namedBlocks,
  type BlockDocument,
  type DocumentBlock,
} from './lib/document-blocks';
export { pictureGaps, recapGaps, type CreditedImage, type RecapContent } from './lib/recap-gaps';
export {
  canApproveRecap,
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canReopenRecap,
  canScheduleRecap,
  canSendBackRecap,
  canSubmitRecap,
  canUnscheduleRecap,
  mayApproveRecap,
  RECAP_MOVES,
} from './lib/recap-states';
export {
  BLOCK_ATTRIBUTES,
  DOCUMENT_ATTRIBUTES,
  DOCUMENT_BLOCKS,
  DOCUMENT_CHILDREN,
  INLINE_NODES,
} from './lib/document-rules';
export {
  cardsOf,
  documentText,
  figureOf,
  figuresOf,
  linksOf,
  nodesOf,
  picturesOf,
  readingMinutes,
  selectedSessionsOf,
  wordCount,
} from './lib/document-text';
export { leadsToNote, linkPlaces, ownPage, type LinkPlace, type OwnPage } from './lib/link-places';
export { checkRichDocument, type DocumentError, type DocumentErrorCode } from './lib/rich-document';
export { isSafeLink, isWebAddress } from './lib/safe-link';
export {
  contradictions,
  typedNumbers,
  type Contradiction,
  type KnownNumber,
  type TypedNumber,
} from './lib/typed-numbers';
export {
  TITLE_PLACEHOLDERS,
  titleFrom,
  unknownPlaceholder,
  type TitlePlaceholder,
} from './lib/title-patterns';
export { commentAnchor, commentPlace, type CommentPlace, type TextBlock } from './lib/comment-places';
export {
  alignedTo,
  basisAfter,
  basisConfirmed,
  isOptionalPart,
  isTextLine,
  TEXT_LINES,
  translatedParts,
  withBlockOf,
  type PartState,
  type StoredTexts,
  type TextLine,
  type TranslatedPart,
  type TranslatedText,
} from './lib/translated-parts';
export {
  canReviewTranslation,
  isFinished,
  progressAfter,
  translationCount,
  type TranslationCount,
  type TranslationProgress,
} from './lib/translation-progress';
export {
  blockCodes,
  codeName,
  codesOf,
  inlineContent,
  inlineParts,
  isCarried,
  joined,
  missingCodes,
  type ChipPart,
  type CodeKind,
  type InlineCode,
  type InlinePart,
  type MarkPart,
} from './lib/inline-codes';
export {
  blockWords,
  hasWords,
  plainText,
  shapeOf,
  slotsOf,
  withSlots,
  type TextSlot,
} from './lib/text-slots';
