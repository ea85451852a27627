import { Component, computed, inject } from '@angular/core';
import { AngularNodeViewComponent } from 'ngx-tiptap';
import { TextSources } from '../surface/text-sources';

/** One picture or several in the text, as small as fits; what keeps readers from seeing them stands below. */
@Component({
  selector: 'reihe-picture-block',
  template: `
    <figure>
      <div>
        @for (picture of pictures(); track picture.id) {
          @if (picture.shown?.src; as src) {
            <img [src]="src" [alt]="picture.shown.alt" />
          } @else if (picture.shown === null) {
            <span class="none" i18n="@@recap-desk.picture.gone"
              >This picture is no longer in the library.</span
            >
          } @else {
            <span class="none" i18n="@@recap-desk.picture.waiting">Picture …</span>
          }
        }
      </div>
      <figcaption>
        {{ caption() }}
        @if (credit()) {
          <small>{{ credit() }}</small>
        }
        @for (words of missing(); track words) {
          <small class="missing">{{ words }}</small>
        }
      </figcaption>
    </figure>
  `,
  host: {
    contenteditable: 'false',
    '[class.selected]': 'selected()',
    '[class.wide]': 'node().attrs["size"] === "wide"',
  },
  styles: `
    :host {
      display: block;
      margin-block: var(--space-s);
      border-radius: var(--radius);
    }
    :host(.selected) {
      outline: 2px solid var(--harbour);
      outline-offset: 3px;
    }
    figure {
      margin: 0;
      padding: var(--space-2xs);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    img {
      max-block-size: 14rem;
      max-inline-size: 100%;
      border-radius: var(--radius);
    }
    :host(.wide) img {
      inline-size: 100%;
      max-block-size: 22rem;
      object-fit: cover;
    }
    .none {
      display: grid;
      min-block-size: 6rem;
      min-inline-size: 10rem;
      padding: var(--space-xs);
      place-items: center;
      background: var(--sunken);
      color: var(--ink-soft);
      font-family: var(--sans);
      font-size: 0.875rem;
    }
    figcaption {
      margin-block-start: var(--space-3xs);
      color: var(--ink-soft);
      font: 400 0.875rem / 1.4 var(--sans);
    }
    small {
      display: block;
    }
    .missing {
      color: var(--coral);
    }
  `,
})
export class PictureBlock extends AngularNodeViewComponent {
  private readonly sources = inject(TextSources);
  protected readonly pictures = computed(() => {
    const { mediaId, mediaIds } = this.node().attrs as { mediaId?: string; mediaIds?: readonly string[] };
    return (mediaIds ?? [mediaId ?? '']).map((id) => ({ id, shown: this.sources.picture(id) }));
  });
  private readonly only = computed(() => {
    const [first, second] = this.pictures();
    return second ? undefined : first?.shown;
  });
  protected readonly caption = computed(() => {
    const own = this.node().attrs['caption'] as string;
    return own === '' ? (this.only()?.caption ?? '') : own;
  });
  protected readonly credit = computed(() => this.only()?.credit ?? '');
  protected readonly missing = computed(() => [
    ...new Set(this.pictures().flatMap(({ shown }) => (shown?.missing ? [shown.missing] : []))),
  ]);
}
