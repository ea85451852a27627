/** Both pages in one script: readers go back and forth between them, and what they share needs no request of its own. */
export { RecapsPage } from './list/recaps-page';
export { RecapPage } from './page/recap-page';
