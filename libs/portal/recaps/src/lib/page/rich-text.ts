import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  figureKey,
  HEADING_LEVELS,
  RICH_MARKS,
  roundedCount,
  type Count,
  type PublicImage,
  type RecapShown,
  type RichDocument,
  type RichMark,
  type RichNode,
  type ShownSession,
  type ShownSpeaker,
} from '@reihe/shared-contracts';
import { countOrigin, countValue, Formats, LANGUAGE } from '@reihe/web-platform';
import { LeadImage, Portrait } from '@reihe/web-ui';
import { audienceWords } from '../audience-words';
import { Gallery } from './gallery';
import { linkTarget } from './link-target';

const NOTHING: RecapShown = { pictures: {}, sessions: {}, speakers: {} };

/**
 * The text of a recap as real elements, node by node: nothing of it is ever read as HTML. A node or mark this page does not know
 * is passed over, its text kept.
 */
@Component({
  selector: 'reihe-rich-text',
  imports: [Gallery, LeadImage, NgTemplateOutlet, Portrait, RouterLink],
  templateUrl: './rich-text.html',
  styleUrl: './rich-text.css',
})
export class RichText {
  readonly document = input.required<RichDocument>();
  /** By `figureKey`. */
  readonly figures = input<Readonly<Record<string, Count>>>({});

  /** ISO instant the figures are of; null: they follow the records. */
  readonly frozenAt = input<string | null>(null);

  readonly shown = input<RecapShown>(NOTHING);
  /** Path of the page: the base element would send a bare fragment to the home page. */
  readonly here = input('');

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  /** In the order in which they are numbered. */
  protected readonly notes = computed(() => notesOf(this.document().content));
  protected readonly nodes = computed(() => this.document().content);
  protected readonly linkTarget = linkTarget;

  /** Within the levels below the page's title, whatever is stored. */
  protected headingLevel(node: RichNode): number {
    const [first, , last] = HEADING_LEVELS;
    return Math.min(Math.max(node.attrs?.level ?? first, first), last);
  }

  protected marksOf(node: RichNode): readonly RichMark[] {
    return (node.marks ?? []).filter(({ type }) => RICH_MARKS.includes(type));
  }

  /** The same words inside their outermost mark. */
  protected rest(text: string, marks: readonly RichMark[]): { $implicit: string; marks: RichMark[] } {
    return { $implicit: text, marks: marks.slice(1) };
  }

  /** null where there is no record to tell the number from. */
  protected figureOf(node: RichNode): { value: number; words: string; origin: string } | null {
    const { measure, sessionId = null, sessionIds } = node.attrs ?? {};
    if (!measure) return null;
    const count = this.figures()[figureKey({ measure, sessionId, ...(sessionIds && { sessionIds }) })];
    if (!count) return null;
    const said = roundedCount(count, node.attrs?.rounding);
    return {
      value: said.value,
      words: countValue(said, this.formats),
      origin: countOrigin(count, this.formats),
    };
  }

  /** With the text's own caption, where it has one. A picture that readers may not see any more is left out. */
  protected pictureOf({ attrs = {} }: RichNode): PublicImage | null {
    const picture = this.shown().pictures[attrs.mediaId ?? ''];
    return picture ? { ...picture, caption: attrs.caption ?? picture.caption } : null;
  }

  protected galleryOf({ attrs = {} }: RichNode): PublicImage[] {
    return (attrs.mediaIds ?? []).flatMap((id) => this.shown().pictures[id] ?? []);
  }

  protected sessionOf({ attrs = {} }: RichNode): ShownSession | undefined {
    return this.shown().sessions[attrs.sessionId ?? ''];
  }

  protected speakerOf({ attrs = {} }: RichNode): ShownSpeaker | undefined {
    return this.shown().speakers[attrs.speakerId ?? ''];
  }

  /** Nothing is loaded from there before a reader follows the link: the picture that stands for it is the site's own. */
  protected videoOf({ attrs = {} }: RichNode) {
    const target = linkTarget(attrs.href);
    if (!target?.rel || !URL.canParse(target.href)) return null;
    const poster = this.shown().pictures[attrs.posterId ?? ''];
    return { ...target, host: new URL(target.href).host, title: attrs.title ?? '', poster: poster ?? null };
  }

  protected dayOf({ startsAt, timeZone }: ShownSession): string {
    return this.formats.longDay(startsAt, timeZone);
  }

  protected audienceOf({ regions }: ShownSession): string {
    return audienceWords(regions, this.formats);
  }

  protected detailsOf({ position, organisation, city, country }: ShownSpeaker): string {
    const place = [city, country && this.formats.countryName(country)].filter(Boolean).join(', ');
    return [position, organisation, place].filter(Boolean).join(', ');
  }

  /** The `lang` of what the records say, where it is not the page's. */
  protected foreign(language: string): string | null {
    return language === this.language ? null : language;
  }

  /** 1-based. */
  protected numberOf(note: RichNode): number {
    return this.notes().indexOf(note) + 1;
  }

  protected nameOf(note: RichNode): string {
    return $localize`:@@recaps.text.note:Note ${this.numberOf(note)}:number:`;
  }

  /** An empty head names nothing. */
  protected isHead({ type, content = [] }: RichNode): boolean {
    return type === 'tableHeader' && content.some(({ content: words = [] }) => words.length > 0);
  }

  /** A table without heads of columns in its first row has heads of rows at most. */
  protected scopeOf(row: number): 'col' | 'row' {
    return row === 0 ? 'col' : 'row';
  }
}

function notesOf(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node) => (node.type === 'footnote' ? [node] : notesOf(node.content ?? [])));
}
