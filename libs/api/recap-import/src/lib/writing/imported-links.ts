import type { RichNode } from '@reihe/shared-contracts';
import { linksOf } from '@reihe/shared-recap-policies';
import { placeOf } from '../reading/article-marks';

/** Places on the old site that the links of these blocks lead to. */
export function placesOf(blocks: readonly RichNode[]): string[] {
  return linksOf({ type: 'doc', content: [...blocks] })
    .map((href) => placeOf(withoutFragment(href)))
    .filter((place) => place !== '');
}

/** The blocks with links to what was imported leading to it here. @param known where a place is now; absent: not here */
export function withImportedLinks(
  blocks: readonly RichNode[],
  known: (place: string) => string | undefined,
): { blocks: RichNode[]; count: number } {
  let count = 0;
  const relinked = (node: RichNode): RichNode => ({
    ...node,
    ...(node.content && { content: node.content.map(relinked) }),
    ...(node.marks && {
      marks: node.marks.map((mark) => {
        const href =
          mark.attrs?.href === undefined ? undefined : known(placeOf(withoutFragment(mark.attrs.href)));
        if (href === undefined) return mark;
        count += 1;
        return { ...mark, attrs: { href } };
      }),
    }),
  });
  return { blocks: blocks.map(relinked), count };
}

function withoutFragment(href: string): string {
  return href.split('#')[0] ?? '';
}
