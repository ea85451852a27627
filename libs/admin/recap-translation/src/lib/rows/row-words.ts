import type { ExchangeCode } from '@reihe/shared-editorial';
import type { ChipPart, MarkPart, TextLine } from '@reihe/shared-recap-policies';
import type { RichNode } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';
import type { RowState } from './translation-rows';

export function rowStateWords(state: RowState): string {
  switch (state) {
    case 'missing':
      return $localize`:@@recap-translation.row.missing:Not translated`;
    case 'outdated':
      return $localize`:@@recap-translation.row.outdated:Outdated`;
    case 'translated':
      return $localize`:@@recap-translation.row.translated:Translated`;
    case 'checked':
      return $localize`:@@recap-translation.row.checked:Checked`;
    case 'own':
      return $localize`:@@recap-translation.row.own:Only here`;
  }
}

export function rowStateTone(state: RowState): StateTone {
  switch (state) {
    case 'missing':
      return 'wait';
    case 'outdated':
      return 'hurry';
    case 'checked':
      return 'go';
    case 'translated':
    case 'own':
      return 'quiet';
  }
}

export function lineWords(line: TextLine): string {
  switch (line) {
    case 'title':
      return $localize`:@@recap-desk.field.title:Title`;
    case 'lead':
      return $localize`:@@recap-desk.field.lead:Lead`;
    case 'seoTitle':
      return $localize`:@@recap-desk.field.seo-title:Title in search results`;
    case 'seoDescription':
      return $localize`:@@recap-desk.field.seo-description:Description in search results`;
  }
}

/** What kind of text a block is. */
export function blockKindWords({ type, attrs }: RichNode): string {
  switch (type) {
    case 'heading':
      return $localize`:@@recap-desk.tool.heading:Heading ${attrs?.level ?? 2}:level:`;
    case 'bulletList':
    case 'orderedList':
      return $localize`:@@recap-desk.tool.bullets:List`;
    case 'blockquote':
      return $localize`:@@recap-translation.kind.quote:Quotation`;
    case 'table':
      return $localize`:@@recap-desk.offer.table:Table`;
    case 'factBox':
      return $localize`:@@recap-translation.kind.fact-box:Fact box`;
    case 'picture':
      return $localize`:@@recap-desk.offer.picture:Picture`;
    case 'gallery':
      return $localize`:@@recap-desk.offer.gallery:Gallery`;
    case 'video':
      return $localize`:@@recap-desk.words.video:Video`;
    default:
      return $localize`:@@recap-translation.kind.paragraph:Paragraph`;
  }
}

/** @param figure what a live number says */
export function codeWords(
  { kind, data }: ChipPart | MarkPart | ExchangeCode,
  figure: (data: string) => string,
): string {
  switch (kind) {
    case 'figure':
      return $localize`:@@recap-translation.code.figure:the number ${figure(data)}:number:`;
    case 'footnote':
      return $localize`:@@recap-translation.code.note:footnote ${data}:number:`;
    default:
      return $localize`:@@recap-translation.code.link:the link to ${data}:address:`;
  }
}
