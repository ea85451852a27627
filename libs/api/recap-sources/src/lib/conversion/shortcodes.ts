import type { Losses } from './losses';

/** `[name attributes]`, `[/name]`; what stands between two brackets without one in it. */
const BRACKETS = /\[(?<end>\/?)(?<name>[a-z][\w-]*)(?<rest>(?:\s[^[\]]*)?)\/?\]/giu;

/** They stand without an end and without attributes. */
const ALONE = /^(gallery|playlist|audio|video|embed|caption|contact-form|toc)$|[_-]/i;

/**
 * WordPress' shortcodes: captions and galleries become elements that are understood further on; of others their brackets go and what
 * they hold stays. Words in brackets that are no shortcode ("[sic]", "[1]") stay as they are.
 */
export function withoutShortcodes(html: string, losses: Losses): string {
  const ended = new Set<string>();
  for (const { groups } of html.matchAll(BRACKETS))
    if (groups?.['end']) ended.add((groups['name'] ?? '').toLowerCase());
  return html.replace(BRACKETS, (whole: string, ...found: unknown[]) => {
    const groups = found.at(-1) as { end: string; name: string; rest: string };
    const name = groups.name.toLowerCase();
    const isOne = ended.has(name) || ALONE.test(name) || /\s[\w-]+=/.test(groups.rest);
    if (!isOne) return whole;
    if (groups.end) return name === 'caption' || name === 'wp_caption' ? '</reihe-caption>' : '';
    if ((name === 'caption' || name === 'wp_caption') && ended.has(name))
      return `<reihe-caption data-caption="${escaped(attribute(groups.rest, 'caption'))}">`;
    if (name === 'gallery')
      return `<reihe-gallery ids="${escaped(attribute(groups.rest, 'ids') || attribute(groups.rest, 'include'))}"></reihe-gallery>`;
    if (name === 'embed') return '';
    losses.note('shortcodes-dropped', `[${name}]`);
    const source = ['src', 'mp4', 'mp3', 'url'].map((key) => attribute(groups.rest, key)).find(Boolean);
    return (name === 'video' || name === 'audio') && source
      ? `<iframe src="${escaped(source)}"></iframe>`
      : '';
  });
}

function attribute(rest: string, name: string): string {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(rest);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

function escaped(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}
