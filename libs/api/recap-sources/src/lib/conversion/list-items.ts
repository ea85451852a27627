import { isMarkup, type MarkupNode } from './markup';

/** Items of a list, and what stands between them. */
export function itemsOf(children: readonly MarkupNode[]): { nodes: MarkupNode[]; isLoose: boolean }[] {
  const parts: { nodes: MarkupNode[]; isLoose: boolean }[] = [];
  for (const child of children) {
    if (isMarkup(child) && child.tag === 'li') parts.push({ nodes: child.children, isLoose: false });
    else if (isMarkup(child) || child.trim() !== '') {
      const last = parts.at(-1);
      if (last?.isLoose) last.nodes.push(child);
      else parts.push({ nodes: [child], isLoose: true });
    }
  }
  return parts;
}
