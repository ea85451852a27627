import type { Page } from '@reihe/shared-contracts';

/** Whatever a list holds, page after page; `fetch` is given the number of the page, from 1 on. */
export async function everyPage<T>(fetch: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await fetch(page);
    found.push(...items);
    // Also where the list became shorter meanwhile.
    if (items.length === 0 || found.length >= total) return found;
  }
}
