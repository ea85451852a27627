import { Component, computed, inject, input, output } from '@angular/core';
import { Ask } from '@reihe/admin-ui';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { reviewCommentRules, type Recap } from '@reihe/shared-editorial';
import {
  canArchiveRecap,
  canPublishRecap,
  canSendBackRecap,
  canSubmitRecap,
} from '@reihe/shared-recap-policies';
import { RecapsClient, StaffAccess } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';

export type RecapChange = (version: number) => Promise<Recap>;

/** What can be done with a recap in its state by whoever is signed in. */
@Component({
  selector: 'reihe-recap-actions',
  template: `
    @if (publicPage(); as address) {
      <a class="button quiet" target="_blank" [href]="address" i18n="@@recap-desk.public">Public page</a>
    }
    @if (maySubmit()) {
      <button
        type="button"
        class="button"
        [disabled]="isBlocked()"
        (click)="submit()"
        i18n="@@recap-desk.submit"
      >
        Submit for review
      </button>
    }
    @if (maySendBack()) {
      <button
        type="button"
        class="button quiet"
        [disabled]="isBlocked()"
        (click)="sendBack()"
        i18n="@@recap-desk.back"
      >
        Send back …
      </button>
    }
    @if (mayPublish()) {
      <button type="button" class="button" [disabled]="isBlocked() || missing() > 0" (click)="publish()">
        @if (recap().state === 'published') {
          <ng-container i18n="@@recap-desk.publish-again">Publish the changes</ng-container>
        } @else {
          <ng-container i18n="@@recap-desk.publish">Publish</ng-container>
        }
      </button>
    }
    @if (mayArchive()) {
      <button
        type="button"
        class="button quiet destructive"
        [disabled]="isBlocked()"
        (click)="archive()"
        i18n="@@recap-desk.archive"
      >
        Archive …
      </button>
    }
    @if (isBlocked()) {
      <p class="small" i18n="@@recap-desk.save-first">Save first, then go on here.</p>
    } @else if (mayPublish() && missing() > 0) {
      <p class="small" i18n="@@recap-desk.mend-first">
        The checks say what is missing before it can be published.
      </p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    p {
      margin: 0;
    }
  `,
})
export class RecapActions {
  readonly recap = input.required<Recap>();
  readonly defaultLanguage = input.required<Language>();
  /** True while something is not saved: what is published must be what one sees. */
  readonly isBlocked = input(false);
  /** How many findings stand in the way of readers. */
  readonly missing = input(0);
  readonly changed = output<RecapChange>();

  private readonly recaps = inject(RecapsClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly language = inject(LANGUAGE);

  protected readonly maySubmit = computed(
    () => canSubmitRecap(this.recap().state) && this.access.may('recaps.write'),
  );
  protected readonly maySendBack = computed(
    () => canSendBackRecap(this.recap().state) && this.access.may('recaps.publish'),
  );
  protected readonly mayArchive = computed(
    () => canArchiveRecap(this.recap().state) && this.access.may('recaps.publish'),
  );
  /** Once published, only where there is something readers have not seen yet. */
  protected readonly mayPublish = computed(() => {
    const { state, hasUnpublishedChanges } = this.recap();
    const isNews = state !== 'published' || hasUnpublishedChanges;
    return canPublishRecap(state) && isNews && this.access.may('recaps.publish');
  });
  protected readonly publicPage = computed(() => {
    const { state, translations } = this.recap();
    if (state !== 'published' && state !== 'archived') return null;
    const order = [this.language, this.defaultLanguage()];
    const language = order.find((one) => translations[one] !== undefined);
    const slug = language && translations[language]?.slug;
    return language && slug ? publicPaths.recap(language, slug) : null;
  });

  protected submit(): void {
    this.changed.emit((version) => this.recaps.submit(this.recap().id, version));
  }

  protected async sendBack(): Promise<void> {
    const comment = await this.ask.reason({
      title: $localize`:@@recap-desk.back.title:Send it back?`,
      text: $localize`:@@recap-desk.back.text:It becomes a draft again, with your comment.`,
      action: $localize`:@@recap-desk.back.action:Send back`,
      reason: {
        label: $localize`:@@recap-desk.back.label:Comment`,
        hint: $localize`:@@recap-desk.back.hint:What should be changed? It stands above the text until it is submitted again.`,
        rules: reviewCommentRules.comment,
      },
    });
    if (comment === null) return;
    this.changed.emit((version) => this.recaps.sendBack(this.recap().id, { version, comment }));
  }

  protected async publish(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.publish.title:Publish this recap?`,
      text: $localize`:@@recap-desk.publish.text:Everybody can read it then. Its address works for good, and what stood there before stays here as an older revision.`,
      action: $localize`:@@recap-desk.publish.action:Publish`,
    });
    if (isSure) this.changed.emit((version) => this.recaps.publish(this.recap().id, version));
  }

  protected async archive(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.archive.title:Archive this recap?`,
      text: $localize`:@@recap-desk.archive.text:It leaves lists and feeds; its address goes on working and says that it is archived. It can be changed no more.`,
      action: $localize`:@@recap-desk.archive.action:Archive`,
      isDestructive: true,
    });
    if (isSure) this.changed.emit((version) => this.recaps.archive(this.recap().id, version));
  }
}
