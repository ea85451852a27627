import { Component, inject, input, output } from '@angular/core';
import { Ask, Moments } from '@reihe/admin-ui';
import type { Recap, RecapRevision } from '@reihe/shared-editorial';
import { RecapsClient } from '@reihe/web-data-access';
import { StateBadge } from '@reihe/web-ui';
import type { RecapChange } from './recap-actions';

/** What readers saw and see, the latest first; any of them can be taken into the editor again. */
@Component({
  selector: 'reihe-revisions-list',
  imports: [StateBadge],
  template: `
    <ol role="list" class="rows">
      @for (revision of recap().revisions; track revision.id) {
        <li>
          <span i18n="@@recap-desk.revision">Revision {{ revision.number }}</span>
          <span class="soft">
            {{ moments.when(revision.createdAt) }}
            @if (revision.createdBy) {
              · {{ revision.createdBy }}
            }
          </span>
          @if (revision.isCurrent) {
            <reihe-state-badge tone="go" i18n="@@recap-desk.revision.current"
              >Shown to readers</reihe-state-badge
            >
          }
          @if (mayRestore() && (!revision.isCurrent || recap().hasUnpublishedChanges)) {
            <button type="button" class="link" [disabled]="isBlocked()" (click)="restore(revision)">
              <ng-container i18n="@@recap-desk.restore.action">Restore</ng-container>
              <span class="visually-hidden">{{ revision.number }}</span>
            </button>
          }
        </li>
      }
    </ol>
    @if (isBlocked() && mayRestore()) {
      <p class="small" i18n="@@recap-desk.save-first">Save first, then go on here.</p>
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-s);
      align-items: center;
    }
    .soft {
      color: var(--ink-soft);
    }
    p {
      margin: var(--space-2xs) 0 0;
    }
  `,
})
export class RevisionsList {
  readonly recap = input.required<Recap>();
  readonly mayRestore = input(false);
  /** True while something is not saved: it would be replaced. */
  readonly isBlocked = input(false);
  readonly changed = output<RecapChange>();

  private readonly recaps = inject(RecapsClient);
  private readonly ask = inject(Ask);
  protected readonly moments = inject(Moments);

  protected async restore({ number }: RecapRevision): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.restore.title:Take revision ${number}:number: into the editor?`,
      text: $localize`:@@recap-desk.restore.text:The texts and pictures of now are replaced. Readers see it only after the next publishing.`,
      action: $localize`:@@recap-desk.restore.action:Restore`,
    });
    if (isSure) this.changed.emit((version) => this.recaps.restoreRevision(this.recap().id, number, version));
  }
}
