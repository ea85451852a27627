/** A picture of an archive by the address that a text names it by. */
export class PictureFiles {
  private readonly byName = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const key = lastOf(name).toLowerCase();
      this.byName.set(key, [...(this.byName.get(key) ?? []), name]);
    }
  }

  /**
   * @param folder of the text that names it, with a slash at the end; empty: the archive's own
   * @returns the path in the archive; null: it is not in there
   */
  find(source: string, folder: string): string | null {
    const path = pathOf(source);
    if (path === '') return null;
    const relative = normalised(`${folder}${path}`);
    for (const wanted of variantsOf(lastOf(path))) {
      const candidates = this.byName.get(wanted.toLowerCase()) ?? [];
      const beside = candidates.find((name) => name === withLast(relative, wanted));
      if (beside) return beside;
      const [best] = candidates
        .map((name) => ({ name, common: commonTail(name, withLast(path, wanted)) }))
        .sort((one, other) => other.common - one.common);
      if (best && (best.common > 1 || candidates.length === 1)) return best.name;
    }
    return null;
  }
}

/** As it is, and as the original of which a size was made: "photo-1024x683.jpg" of "photo.jpg". */
function variantsOf(name: string): string[] {
  const original = name.replace(/-(?:\d{2,5}x\d{2,5}|scaled)(\.\w+)$/, '$1');
  return original === name ? [name, name.replace(/(\.\w+)$/, '-scaled$1')] : [original, name];
}

function pathOf(source: string): string {
  const [path = ''] = (URL.canParse(source) ? new URL(source).pathname : source).split(/[?#]/);
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const withLast = (path: string, last: string) => path.slice(0, path.lastIndexOf('/') + 1) + last;

/** Of how many names the ends of two paths agree. */
function commonTail(one: string, other: string): number {
  const [these, those] = [one, other].map((path) => path.toLowerCase().split('/').reverse());
  let count = 0;
  while (these?.[count] && these[count] === those?.[count]) count += 1;
  return count;
}
