import type { Language } from '@reihe/shared-contracts';
import type { DocumentChange, DocumentPath, MergeConflict } from '@reihe/shared-policies';

/** How a field is called and what is in it, as people read it. */
export interface FieldWords {
  label: string;
  say: (value: unknown) => string;
  /** A text can be written anew where two versions of it meet; anything else is one or the other. */
  kind: 'line' | 'text' | 'choice';
  /** The language that a text is in. */
  language?: Language;
}

export type DescribeField = (path: DocumentPath) => FieldWords;

/** One field before and after, in words. */
export interface ShownChange extends Pick<FieldWords, 'label' | 'kind' | 'language'> {
  before: string;
  after: string;
}

/** One field that two people changed, with what is chosen from. */
export interface ShownConflict extends FieldWords, Omit<MergeConflict, 'path'> {
  key: string;
}

/** Fields that no control and no words know are told once, last. */
export function shownChanges(changes: readonly DocumentChange[], describe: DescribeField): ShownChange[] {
  const shown = changes.map(({ path, before, after }) => {
    const { label, say, kind, language } = describe(path);
    return { label, kind, before: say(before), after: say(after), ...(language && { language }) };
  });
  const named = shown.filter(({ label }) => label !== '');
  if (named.length < shown.length)
    named.push({ label: elsewhereWords(), kind: 'choice', before: '', after: '' });
  return named;
}

export function emptyWords(): string {
  return $localize`:@@admin.merge.empty:Nothing`;
}

export function elsewhereWords(): string {
  return $localize`:@@admin.conflict.elsewhere:Something that this page shows in no field of its own`;
}
