import { Component, computed, inject, input, output } from '@angular/core';
import type { EditorNews } from '@reihe/shared-contracts';
import { Moments } from '@reihe/admin-ui';

/** Who else is at this editor, and whether they have saved. Takes no room while there is nothing to say. */
@Component({
  selector: 'reihe-presence-hint',
  template: `
    <div role="status">
      @for (other of others(); track $index) {
        <p i18n="@@admin.presence.other">
          {{ other.name }} is also editing (since {{ moments.time(other.since) }})
        </p>
      }
      @if (news()?.ownTabs) {
        <p i18n="@@admin.presence.own-tab">Also open in another tab of yours</p>
      }
      @if (isGone()) {
        <p i18n="@@admin.presence.gone">Somebody has removed this meanwhile</p>
      }
      @if (newer(); as save) {
        <p>
          @if (save.isOwn) {
            <ng-container i18n="@@admin.presence.saved-own"
              >You saved a new version elsewhere at {{ moments.time(save.at) }}</ng-container
            >
          } @else if (save.by) {
            <ng-container i18n="@@admin.presence.saved-by"
              >{{ save.by }} saved a new version at {{ moments.time(save.at) }}</ng-container
            >
          } @else {
            <ng-container i18n="@@admin.presence.saved-system"
              >There is a new version since {{ moments.time(save.at) }}</ng-container
            >
          }
          <button type="button" class="link" (click)="look.emit()" i18n="@@admin.presence.look">
            See what changed
          </button>
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      flex-basis: 100%;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
      align-items: baseline;
      inline-size: fit-content;
      margin: var(--space-3xs) 0;
      padding: var(--space-3xs) var(--space-xs);
      border-radius: var(--radius);
      background: var(--wait-tint);
      color: var(--wait-ink);
    }
    button {
      color: inherit;
    }
  `,
})
export class PresenceHint {
  readonly news = input.required<EditorNews | null>();
  /** The version that is in the editor. */
  readonly version = input.required<number>();
  /** While saving, the stored version is the one just being made. */
  readonly isBusy = input(false);
  readonly look = output();

  private readonly formats = inject(Moments);
  protected readonly moments = {
    time: (instant: string) => this.formats.time(new Date(instant)),
  };
  protected readonly others = computed(() => this.news()?.others ?? []);
  protected readonly isGone = computed(() => this.news() !== null && this.news()?.version === null);
  protected readonly newer = computed(() => {
    const news = this.news();
    return !this.isBusy() && news?.version && news.version > this.version() ? news.lastSave : null;
  });
}
