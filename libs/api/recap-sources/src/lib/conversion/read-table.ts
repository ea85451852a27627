import { elementsOf, isMarkup, UNREAD, type Markup } from './markup';

export interface ReadTable {
  /** By row; rows without any are left out. */
  cells: Markup[][];
  caption: Markup | null;
}

/** The rows of a table of data; null: it only lays a page out, or holds what has no place in one. */
export function readTable(element: Markup): ReadTable | null {
  const rows = elementsOf(element.children, ({ tag }) => tag === 'tr' || tag === 'table').filter(
    ({ tag }) => tag === 'tr',
  );
  const cells = rows.map((row) => row.children.filter(isMarkup).filter(({ tag }) => isCell(tag)));
  const isForLayout = element.attributes['role'] === 'presentation' || cells.every((row) => row.length < 2);
  const hasTable = elementsOf(element.children, ({ tag }) => tag === 'table').length > 0;
  if (isForLayout || hasTable) return null;
  const [caption] = element.children.filter(isMarkup).filter(({ tag }) => tag === 'caption');
  const inside = elementsOf(element.children, ({ tag }) => isCell(tag) || tag === 'caption');
  const isWhole = inside.length === cells.flat().length + (caption ? 1 : 0);
  if (!isWhole || hasLooseText(element)) return null;
  return { cells: cells.filter((row) => row.length > 0), caption: caption ?? null };
}

function isCell(tag: string): boolean {
  return tag === 'td' || tag === 'th';
}

/** Words of a table outside of its cells. */
function hasLooseText({ children }: Markup): boolean {
  return children.some((node) => {
    if (!isMarkup(node)) return node.trim() !== '';
    return !isCell(node.tag) && node.tag !== 'caption' && !UNREAD.has(node.tag) && hasLooseText(node);
  });
}
