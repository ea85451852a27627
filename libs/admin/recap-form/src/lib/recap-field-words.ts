import { inject, Injectable, signal } from '@angular/core';
import { emptyWords, type DescribeField, type FieldWords } from '@reihe/admin-editing';
import { isLanguage, type Language, type RichNode, type RichNodeType } from '@reihe/shared-contracts';
import { ORDER, type DocumentPath } from '@reihe/shared-policies';
import { documentText, type DocumentBlock } from '@reihe/shared-recap-policies';
import { Formats } from '@reihe/web-platform';
import { BY_BLOCKS } from './recap-merge';
import type { RecapForm } from './recap-form';

const FIRST_WORDS = 40;

/** What is called how where two versions of a recap meet: a paragraph by its first words. The fields say themselves what they are. */
@Injectable()
export class RecapFieldWords {
  private readonly formats = inject(Formats);

  /** Of sessions, categories, regions and pictures, by id. Set by the page around. */
  readonly names = signal<ReadonlyMap<string, string>>(new Map());

  /** @param forms all that blocks may come from */
  describe(forms: readonly RecapForm[]): DescribeField {
    return (path) =>
      this.blockField(path, forms) ?? this.listField(path) ?? { label: '', say: () => '', kind: 'choice' };
  }

  /** What is referred to by id. */
  private listField([field]: DocumentPath): FieldWords | null {
    const label = listWords(field);
    if (label === null) return null;
    const nameOf = (id: string) =>
      this.names().get(id) ?? $localize`:@@recap-desk.merge.unknown:no longer there`;
    return {
      label,
      kind: 'choice',
      say: (ids) =>
        Array.isArray(ids) && ids.length > 0 ? (ids as string[]).map(nameOf).join(', ') : emptyWords(),
    };
  }

  private blockField(path: DocumentPath, forms: readonly RecapForm[]): FieldWords | null {
    const [top, language, field, content, id, part] = path;
    if (top !== 'translations' || field !== 'body' || content !== 'content' || !isLanguage(language ?? ''))
      return null;
    const name = this.formats.languageName(language as Language);
    const inText = { kind: 'choice', language: language as Language } as const;
    if (id === undefined || id === ORDER)
      return {
        ...inText,
        label: $localize`:@@recap-desk.merge.order:Order of the paragraphs, ${name}:language:`,
        say: (ids) =>
          Array.isArray(ids)
            ? ids.map((one) => this.firstWords(String(one), language as Language, forms)).join(' · ')
            : emptyWords(),
      };
    const first = this.firstWords(id, language as Language, forms);
    return {
      ...inText,
      label: $localize`:@@recap-desk.merge.block:${name}:language:, “${first}:words:”`,
      say: (value) => wordsOf(value, part),
    };
  }

  private firstWords(id: string, language: Language, forms: readonly RecapForm[]): string {
    const blocks = forms.flatMap((form) => BY_BLOCKS.of(form).translations[language].body.content);
    const block = blocks.find((one) => one.id === id);
    const words = block ? textOf([block]) : '';
    if (words === '') return block ? kindWords(block.type) : '…';
    return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()} …` : words;
  }
}

function listWords(field: string | undefined): string | null {
  switch (field) {
    case 'sessionIds':
      return $localize`:@@recap-desk.field.sessions:Sessions`;
    case 'categoryIds':
      return $localize`:@@recap-desk.field.categories:Categories`;
    case 'regionIds':
      return $localize`:@@recap-desk.field.regions:Regions`;
    case 'leadImage':
      return $localize`:@@recap-desk.lead-picture:Lead picture`;
    case 'gallery':
      return $localize`:@@recap-desk.gallery:Gallery`;
    default:
      return null;
  }
}

/** @param part which of the block's own fields it is; undefined: the whole block, or nothing where it was taken out */
function wordsOf(value: unknown, part: string | undefined): string {
  if (value === undefined || value === null) return $localize`:@@recap-desk.merge.gone:Taken out`;
  if (part === undefined) return textOf([value as DocumentBlock]) || kindWords((value as DocumentBlock).type);
  if (part === 'content')
    return textOf([{ type: 'paragraph', content: value as RichNode[] }]) || emptyWords();
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? Object.values(value).join(', ') : JSON.stringify(value);
}

function textOf(content: RichNode[]): string {
  return documentText({ type: 'doc', content });
}

/** Of blocks that hold no words. */
function kindWords(type: RichNodeType): string {
  switch (type) {
    case 'picture':
      return $localize`:@@recap-desk.offer.picture:Picture`;
    case 'gallery':
      return $localize`:@@recap-desk.offer.gallery:Gallery`;
    case 'table':
      return $localize`:@@recap-desk.offer.table:Table`;
    case 'sessionCard':
      return $localize`:@@recap-desk.card.session:Session`;
    case 'speakerCard':
      return $localize`:@@recap-desk.card.speaker:Speaker`;
    case 'video':
      return $localize`:@@recap-desk.words.video:Video`;
    case 'horizontalRule':
      return $localize`:@@recap-desk.tool.rule:Dividing line`;
    default:
      return emptyWords();
  }
}
