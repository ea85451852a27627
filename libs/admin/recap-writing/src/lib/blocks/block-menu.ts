import { Component, computed, effect, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import { matchingOffers, type BlockOffer } from './block-offers';

/** What can be put into the text, for what was typed so far. The text keeps the focus: keys come in by `press`. */
@Component({
  selector: 'reihe-block-menu',
  template: `
    <ul role="listbox" [attr.aria-label]="label" [id]="menuId()">
      @for (offer of matching(); track offer.name; let index = $index) {
        <!-- Keys are pressed in the text, which has the focus. -->
        <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
        <li
          role="option"
          [id]="optionId(index)"
          [attr.aria-selected]="index === active()"
          (mousedown)="$event.preventDefault()"
          (click)="chosen.emit(offer)"
        >
          <b>{{ offer.label }}</b>
          <small>{{ offer.hint }}</small>
        </li>
      } @empty {
        <li
          class="none"
          role="option"
          aria-disabled="true"
          aria-selected="false"
          i18n="@@recap-desk.offer.none"
        >
          Nothing of this name. Escape closes the menu.
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 20;
      max-block-size: min(22rem, 50vh);
      inline-size: min(22rem, calc(100vw - 2rem));
      overflow: auto;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.18);
      font-family: var(--sans);
    }
    ul {
      margin: 0;
      padding: var(--space-3xs);
      list-style: none;
    }
    li {
      display: grid;
      padding: var(--space-3xs) var(--space-2xs);
      border-radius: var(--radius);
      font-size: 0.9375rem;
      line-height: 1.35;
      cursor: pointer;
    }
    li[aria-selected='true'] {
      background: var(--harbour);
      color: var(--on-harbour);
    }
    small {
      color: var(--ink-soft);
    }
    li[aria-selected='true'] small {
      color: inherit;
    }
    .none {
      color: var(--ink-soft);
      cursor: default;
    }
  `,
})
export class BlockMenu {
  readonly offers = input.required<readonly BlockOffer[]>();
  readonly typed = input.required<string>();
  readonly menuId = input.required<string>();
  readonly chosen = output<BlockOffer>();
  /** Id of the option that Enter takes; null: none. */
  readonly activeOption = output<string | null>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly label = $localize`:@@recap-desk.offer.menu:Put into the text`;
  protected readonly matching = computed(() => matchingOffers(this.offers(), this.typed()));
  protected readonly active = linkedSignal({ source: this.matching, computation: () => 0 });

  constructor() {
    effect(() => {
      const isAny = this.matching().length > 0;
      const id = this.optionId(this.active());
      this.activeOption.emit(isAny ? id : null);
      this.host.nativeElement.querySelector(`#${id}`)?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  /**
   * @param typed up to this key: who types quickly is ahead of what is shown
   * @returns whether the key was for the menu
   */
  press({ key }: KeyboardEvent, typed: string): boolean {
    const isBehind = typed !== this.typed();
    const matching = isBehind ? matchingOffers(this.offers(), typed) : this.matching();
    const count = matching.length;
    if (count === 0) return false;
    if (key === 'ArrowDown') this.active.update((index) => (index + 1) % count);
    else if (key === 'ArrowUp') this.active.update((index) => (index + count - 1) % count);
    else if (key === 'Enter' || key === 'Tab') {
      const offer = matching[isBehind ? 0 : this.active()];
      if (offer) this.chosen.emit(offer);
    } else return false;
    return true;
  }

  protected optionId(index: number): string {
    return `${this.menuId()}-${index}`;
  }
}
