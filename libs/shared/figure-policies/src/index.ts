export { inPublishedOrder } from './lib/published-order';
export {
  publishedTable,
  type Breakdown,
  type GroupKind,
  type PublishedCell,
  type PublishedGroup,
  type PublishedTable,
} from './lib/published-table';
export { suppress, type SuppressedTable } from './lib/suppress';
