/** The product's own statements, bundled before the bench reads them. */
export { boardCards, SESSIONS_WITHOUT_RECAP } from '../../../libs/api/recap-desk/src/lib/board/board.sql';
export { listMedia } from '../../../libs/api/media/src/lib/library/media.sql';
export {
  ALL_RECAPS,
  FOUND_COUNT,
  LIKELY_WORDS,
  SEARCHED_RECAPS,
} from '../../../libs/api/recap-reading/src/lib/list/recaps-page.sql';
export { RECAP_PAGE } from '../../../libs/api/recap-reading/src/lib/pages/recap-page.sql';
export { manyRecaps } from '../../../libs/api/sample-records/src/lib/many-recaps.sql';
