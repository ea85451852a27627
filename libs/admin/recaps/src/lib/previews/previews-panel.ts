import { Component, computed, inject, input, signal } from '@angular/core';
import { lastAnswer, Moments } from '@reihe/admin-ui';
import { RecapDeskClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { CopyButton, staffFailureWords } from '@reihe/web-forms';

const DAYS = [1, 7, 30] as const;

/** Secret addresses at which somebody without an account reads the recap as it would appear. */
@Component({
  selector: 'reihe-previews-panel',
  imports: [CopyButton],
  template: `
    <p class="small" i18n="@@recap-desk.previews.lead">
      Whoever has such an address reads what was saved last, as it would appear. It is in no list and no
      search engine.
    </p>
    <div class="make">
      <label>
        <span i18n="@@recap-desk.previews.days">Works for</span>
        <select #daysBox class="control">
          @for (count of days; track count) {
            <option [value]="count" [selected]="count === 7">
              <ng-container i18n="@@recap-desk.previews.so-many">{count, plural,
                =1 {one day}
                other {{{ count }} days}
              }</ng-container>
            </option>
          }
        </select>
      </label>
      <button
        type="button"
        class="button quiet"
        [disabled]="isBusy()"
        (click)="make(daysBox.value)"
        i18n="@@recap-desk.previews.make"
      >
        Make an address
      </button>
    </div>
    @if (address(); as made) {
      <div class="notice" role="status">
        <p i18n="@@recap-desk.previews.once">Copy it now: it is shown only once.</p>
        <p class="address">
          <a target="_blank" [href]="made">{{ made }}</a>
        </p>
        <reihe-copy-button
          i18n-what="@@recap-desk.previews.address"
          what="Address of the preview"
          [text]="made"
        />
      </div>
    }
    @if (notice()) {
      <p class="notice" role="alert">{{ notice() }}</p>
    }
    @if (open().length > 0) {
      <ul role="list" class="rows">
        @for (preview of open(); track preview.id) {
          <li>
            <span i18n="@@recap-desk.previews.until">Until {{ moments.when(preview.expiresAt) }}</span>
            <span class="soft">{{ preview.createdBy?.name }} · {{ moments.when(preview.createdAt) }}</span>
            <button type="button" class="link" [disabled]="isBusy()" (click)="revoke(preview.id)">
              <ng-container i18n="@@recap-desk.previews.revoke">Close it</ng-container>
              <span class="visually-hidden">: {{ moments.when(preview.createdAt) }}</span>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-xs);
    }
    p,
    ul {
      margin: 0;
    }
    .make,
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: end;
    }
    label {
      display: grid;
      gap: 0.15rem;
    }
    .address {
      overflow-wrap: anywhere;
    }
    .soft {
      color: var(--ink-soft);
    }
  `,
})
export class PreviewsPanel {
  readonly recapId = input.required<string>();

  private readonly desk = inject(RecapDeskClient);
  protected readonly moments = inject(Moments);
  protected readonly days = DAYS;
  private readonly read = this.desk.previews(() => this.recapId());
  private readonly answer = lastAnswer(this.read);
  protected readonly open = computed(() => this.answer() ?? []);
  /** Of the one that was made last. */
  protected readonly address = signal('');
  protected readonly isBusy = signal(false);
  protected readonly notice = signal('');

  protected async make(days: string): Promise<void> {
    await this.change(async () => {
      const { address } = await this.desk.openPreview(this.recapId(), Number(days));
      this.address.set(address);
    });
  }

  protected async revoke(id: string): Promise<void> {
    await this.change(async () => {
      await this.desk.revokePreview(this.recapId(), id);
      this.address.set('');
    });
  }

  private async change(act: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.notice.set('');
    try {
      await act();
      this.read.reload();
    } catch (error) {
      this.notice.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }
}
