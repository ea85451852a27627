import { Component, computed, inject } from '@angular/core';
import { AngularNodeViewComponent } from 'ngx-tiptap';
import { TextSources } from '../surface/text-sources';

/** A video that readers follow to where it is: nothing of it is loaded before, here as little as on the page. */
@Component({
  selector: 'reihe-video-block',
  template: `
    @if (poster()?.src; as src) {
      <img [src]="src" alt="" />
    }
    <small i18n="@@recap-desk.video.kind">Video</small>
    <b>{{ node().attrs['title'] }}</b>
    <span>{{ host() }}</span>
  `,
  host: { contenteditable: 'false', '[class.selected]': 'selected()' },
  styles: `
    :host {
      display: grid;
      gap: 0.1em;
      margin-block: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      font: 400 0.9375rem / 1.4 var(--sans);
    }
    :host(.selected) {
      outline: 2px solid var(--harbour);
      outline-offset: 2px;
    }
    img {
      max-block-size: 12rem;
      max-inline-size: 100%;
      border-radius: var(--radius);
    }
    small,
    span {
      color: var(--ink-soft);
    }
  `,
})
export class VideoBlock extends AngularNodeViewComponent {
  private readonly sources = inject(TextSources);
  protected readonly poster = computed(() => {
    const id = this.node().attrs['posterId'] as string | null;
    return id ? this.sources.picture(id) : undefined;
  });
  protected readonly host = computed(() => {
    const href = (this.node().attrs['href'] as string | null) ?? '';
    return URL.canParse(href) ? new URL(href).host : href;
  });
}
