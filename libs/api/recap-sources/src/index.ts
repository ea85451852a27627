export { creditOf, type CreditedCaption } from './lib/conversion/credits';
export { convertHtml } from './lib/conversion/convert-html';
export type { FoundPicture, Piece } from './lib/conversion/pieces';
export { Losses } from './lib/conversion/losses';
export { lineOf, parseMarkup, textOf } from './lib/conversion/markup';
export { settled, withPictures, type ArrivedPicture } from './lib/conversion/place-pictures';
export {
  FetchFailed,
  PublicFetcher,
  REACHABLE,
  type FetchFailure,
  type Reachable,
} from './lib/fetching/public-fetcher';
export { Archive, isArchive } from './lib/files/archive';
export { PictureFiles } from './lib/files/find-picture';
export { ImportRefused } from './lib/files/refusal';
export { dayOf } from './lib/formats/days';
export { readSource, type ReadSource } from './lib/formats/read-source';
export type { Attachment, Source, SourceArticle } from './lib/formats/source-article';
export {
  A_JSON_FEED,
  A_TYPO3_PAGE,
  AN_ATOM_FEED,
  AN_RSS_FEED,
  anAttachment,
  anItem,
  aWordpressArchive,
  aWordpressExport,
} from './lib/testing/samples';
