export interface TextPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many words times words the middle is shown as replaced: nobody reads a difference of that size word by word. */
const MOST_STEPS = 1_000_000;

/** Word by word, what became of a text: read without the removed parts it is the new one, without the added ones the old. */
export function textDifference(before: string, after: string): TextPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const parts: TextPart[] = [];
  add(parts, 'same', old.slice(0, start));
  middle(parts, old.slice(start, old.length - end), now.slice(start, now.length - end));
  add(parts, 'same', end > 0 ? old.slice(-end) : []);
  return withoutLoneSpaces(parts);
}

/** A space that two replaced words have in common is replaced with them: "ten seats" for "two rooms" is one change. */
function withoutLoneSpaces(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    add(joined, 'removed', removed ? [removed] : []);
    add(joined, 'added', added ? [added] : []);
    [removed, added] = ['', ''];
  };
  parts.forEach(({ kind, text }, at) => {
    const isLone = kind === 'same' && /^[^\S\n]+$/.test(text) && removed && added && at < parts.length - 1;
    if (kind !== 'same' || isLone) {
      if (kind !== 'added') removed += text;
      if (kind !== 'removed') added += text;
      return;
    }
    flush();
    add(joined, 'same', [text]);
  });
  flush();
  return joined;
}

/** By the longest common subsequence. */
function middle(parts: TextPart[], old: readonly string[], now: readonly string[]): void {
  if (old.length * now.length > MOST_STEPS) {
    add(parts, 'removed', old);
    add(parts, 'added', now);
    return;
  }
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(parts, 'same', old.slice(i, ++i));
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      add(parts, 'removed', old.slice(i, ++i));
    else add(parts, 'added', now.slice(j, ++j));
  }
}

function add(parts: TextPart[], kind: TextPart['kind'], words: readonly string[]): void {
  if (words.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += words.join('');
  else parts.push({ kind, text: words.join('') });
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}
