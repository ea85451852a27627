import { Component, computed, inject } from '@angular/core';
import { AngularNodeViewComponent } from 'ngx-tiptap';
import { TextSources } from '../surface/text-sources';

/** A session or a speaker in the text: readers see what the records say of it on the day they read. */
@Component({
  selector: 'reihe-card-block',
  template: `
    <small>{{ kind() }}</small>
    @if (card(); as card) {
      <b>{{ card.name }}</b> <span>{{ card.hint }}</span>
    } @else {
      <span class="none" i18n="@@recap-desk.card.gone"
        >Not among this recap's sessions and their speakers.</span
      >
    }
  `,
  host: { contenteditable: 'false', '[class.selected]': 'selected()' },
  styles: `
    :host {
      display: grid;
      gap: 0.1em;
      margin-block: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border: 1px solid var(--line);
      border-inline-start: 3px solid var(--harbour);
      border-radius: var(--radius);
      background: var(--surface);
      font: 400 0.9375rem / 1.4 var(--sans);
    }
    :host(.selected) {
      outline: 2px solid var(--harbour);
      outline-offset: 2px;
    }
    small,
    span {
      color: var(--ink-soft);
    }
    .none {
      color: var(--coral);
    }
  `,
})
export class CardBlock extends AngularNodeViewComponent {
  private readonly sources = inject(TextSources);
  private readonly isSession = computed(() => this.node().type.name === 'sessionCard');
  protected readonly kind = computed(() =>
    this.isSession()
      ? $localize`:@@recap-desk.card.session:Session`
      : $localize`:@@recap-desk.card.speaker:Speaker`,
  );
  protected readonly card = computed(() => {
    const { sessionId, speakerId } = this.node().attrs as { sessionId?: string; speakerId?: string };
    return this.isSession()
      ? this.sources.sessions().find(({ id }) => id === sessionId)
      : this.sources.speakers().find(({ id }) => id === speakerId);
  });
}
