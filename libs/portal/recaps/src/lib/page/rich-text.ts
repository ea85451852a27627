import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import {
  figureKey,
  HEADING_LEVELS,
  RICH_MARKS,
  type Count,
  type RichDocument,
  type RichMark,
  type RichNode,
} from '@reihe/shared-contracts';
import { countOrigin, countValue, Formats } from '@reihe/web-platform';
import { linkTarget } from './link-target';

/**
 * The text of a recap as real elements, node by node: nothing of it is ever read as HTML. A node or mark this page does not know
 * is passed over, its text kept.
 */
@Component({
  selector: 'reihe-rich-text',
  imports: [NgTemplateOutlet],
  templateUrl: './rich-text.html',
  styleUrl: './rich-text.css',
})
export class RichText {
  readonly document = input.required<RichDocument>();
  /** By `figureKey`. */
  readonly figures = input<Readonly<Record<string, Count>>>({});

  private readonly formats = inject(Formats);

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
    const { measure, sessionId = null } = node.attrs ?? {};
    const count = measure && this.figures()[figureKey({ measure, sessionId })];
    if (!count) return null;
    return {
      value: count.value,
      words: countValue(count, this.formats),
      origin: countOrigin(count, this.formats),
    };
  }
}
