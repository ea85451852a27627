import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
  viewChildren,
} from '@angular/core';
import { TextDifference } from '@reihe/admin-editing';
import { FigureValues } from '@reihe/admin-recap-figures';
import { WritingSurface } from '@reihe/admin-recap-writing';
import type { FigureRequest, Language, RichDocument } from '@reihe/shared-contracts';
import type { ChipPart, MarkPart } from '@reihe/shared-recap-policies';
import { Formats } from '@reihe/web-platform';
import { StateBadge } from '@reihe/web-ui';
import { BlockView } from './block-view';
import { blockKindWords, codeWords, lineWords, rowStateTone, rowStateWords } from './row-words';
import { rowDocument, type TranslationRow as Row } from './translation-rows';

/** A part of the original on the left, its translation on the right; an editor stands only in the one that is written in. */
@Component({
  selector: 'reihe-translation-row',
  imports: [BlockView, StateBadge, TextDifference, WritingSurface],
  templateUrl: './translation-row.html',
  styleUrl: './translation-row.css',
  host: { role: 'group', '[attr.aria-label]': 'label()' },
})
export class TranslationRow {
  readonly row = input.required<Row>();
  /** Of all rows, from 1. */
  readonly number = input.required<number>();
  readonly from = input.required<Language>();
  readonly to = input.required<Language>();
  readonly isActive = input(false);
  readonly mayWrite = input(false);
  readonly activated = output();
  /** A line as it is typed. */
  readonly typed = output<string>();
  readonly written = output<RichDocument>();
  /** Whoever writes in it wants the next one. */
  readonly entered = output();
  readonly copied = output();
  readonly confirmed = output();

  private readonly figures = inject(FigureValues);
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly surface = viewChild(WritingSurface);
  private readonly boxes = viewChildren<ElementRef<HTMLElement>>('box');
  protected readonly stateWords = rowStateWords;
  protected readonly stateTone = rowStateTone;
  protected readonly kind = computed(() => {
    const { line, originalBlock, block } = this.row();
    const shown = originalBlock ?? block;
    return line ? lineWords(line) : shown ? blockKindWords(shown) : '';
  });
  protected readonly label = computed(
    () => `${this.number()}: ${this.kind()}, ${rowStateWords(this.row().state)}`,
  );
  protected readonly boxLabel = computed(() => {
    const language = this.formats.languageName(this.to());
    return $localize`:@@recap-translation.row.box:${this.kind()}:kind: ${this.number()}:number:, ${language}:language:`;
  });
  protected readonly document = computed(() => rowDocument(this.row()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly isLong = computed(() => {
    const { line } = this.row();
    return line === 'lead' || line === 'seoDescription';
  });
  /** Only where something stands in the original that a translation can go without. */
  protected readonly mayLeaveOut = computed(() => {
    const { state, line } = this.row();
    return state === 'missing' && line !== 'title' && line !== 'lead';
  });

  focus(): void {
    this.host.nativeElement.scrollIntoView({ block: 'nearest' });
    const [box] = this.boxes();
    if (this.surface()) this.surface()?.focus();
    else box?.nativeElement.focus();
  }

  /** What is written up to this moment is told. */
  flush(): void {
    this.surface()?.flush();
  }

  protected words(code: ChipPart | MarkPart): string {
    return codeWords(code, () => {
      const attrs = 'node' in code ? code.node.attrs : undefined;
      const found = this.figures.find(attrs as unknown as FigureRequest);
      return found ? this.figures.value(found, attrs?.rounding) : '?';
    });
  }

  protected insert(code: ChipPart | MarkPart): void {
    if ('node' in code) this.surface()?.insert(code.node);
    else {
      const words = code.parts.filter((part) => typeof part === 'string').join('') || code.data;
      this.surface()?.insert({ type: 'text', text: words, marks: [code.mark] });
    }
  }
}
