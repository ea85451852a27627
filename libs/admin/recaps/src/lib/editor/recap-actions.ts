import { Component, computed, inject, input, output } from '@angular/core';
import { RecapSteps } from '@reihe/admin-recap-steps';
import { ownTimeZone } from '@reihe/admin-ui';
import { isLanguage, publicPaths, type Language } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import {
  canApproveRecap,
  canArchiveRecap,
  canPublishRecap,
  canReopenRecap,
  canScheduleRecap,
  canSendBackRecap,
  canSubmitRecap,
  canUnscheduleRecap,
  mayApproveRecap,
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
    @if (mayReopen()) {
      <button type="button" class="button quiet" (click)="reopen()" i18n="@@recap-desk.reopen">
        Change the text …
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
    @if (mayApprove() && !isOwnText()) {
      <button
        type="button"
        class="button"
        [disabled]="isBlocked()"
        (click)="approve()"
        i18n="@@recap-desk.approve"
      >
        Approve
      </button>
    }
    @if (mayUnschedule()) {
      <button type="button" class="button quiet" (click)="unschedule()" i18n="@@recap-desk.unschedule">
        Take off the schedule
      </button>
    }
    @if (maySchedule()) {
      <button type="button" class="button quiet" [disabled]="missing() > 0" (click)="schedule()">
        @if (recap().state === 'scheduled') {
          <ng-container i18n="@@recap-desk.reschedule">Another time …</ng-container>
        } @else {
          <ng-container i18n="@@recap-desk.schedule">Schedule …</ng-container>
        }
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
    } @else if (mayApprove() && isOwnText()) {
      <p class="small" i18n="@@recap-desk.own-text">You wrote last: somebody else has to approve it.</p>
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
  /** Of the series. */
  readonly hostZone = input(ownTimeZone());
  /** True while something is not saved: what is published must be what one sees. */
  readonly isBlocked = input(false);
  /** How many findings stand in the way of readers. */
  readonly missing = input(0);
  /** Words that somebody remarked on and nobody resolved. */
  readonly openComments = input<readonly string[]>([]);
  readonly changed = output<RecapChange>();

  private readonly recaps = inject(RecapsClient);
  private readonly access = inject(StaffAccess);
  private readonly language = inject(LANGUAGE);
  private readonly steps = inject(RecapSteps);

  private readonly mayReview = computed(() => this.access.may('recaps.publish'));
  private readonly state = computed(() => this.recap().state);
  protected readonly maySubmit = computed(
    () => canSubmitRecap(this.state()) && this.access.may('recaps.write'),
  );
  protected readonly mayReopen = computed(
    () => canReopenRecap(this.state()) && this.access.may('recaps.write'),
  );
  protected readonly maySendBack = computed(() => canSendBackRecap(this.state()) && this.mayReview());
  protected readonly mayApprove = computed(() => canApproveRecap(this.state()) && this.mayReview());
  protected readonly isOwnText = computed(() => {
    const me = this.access.me();
    return !me || !mayApproveRecap(this.recap().workflow.lastWriter?.id ?? null, me);
  });
  protected readonly maySchedule = computed(() => canScheduleRecap(this.state()) && this.mayReview());
  protected readonly mayUnschedule = computed(() => canUnscheduleRecap(this.state()) && this.mayReview());
  protected readonly mayArchive = computed(() => canArchiveRecap(this.state()) && this.mayReview());
  /** Once published, only where there is something readers have not seen yet. */
  protected readonly mayPublish = computed(() => {
    const { state, hasUnpublishedChanges } = this.recap();
    const isNews = state !== 'published' || hasUnpublishedChanges;
    return canPublishRecap(state) && isNews && this.mayReview();
  });
  protected readonly publicPage = computed(() => {
    const { state, translations } = this.recap();
    if (state !== 'published' && state !== 'archived') return null;
    const order = [this.language, this.defaultLanguage()];
    const language = order.find((one) => translations[one] !== undefined);
    const slug = language && translations[language]?.slug;
    return language && slug ? publicPaths.recap(language, slug) : null;
  });

  protected async submit(): Promise<void> {
    const answer = await this.steps.submit(await this.recaps.people(), this.access.me()?.id ?? null);
    if (answer) this.change((id, version) => this.recaps.submit(id, { version, ...answer }));
  }

  protected approve(): void {
    this.change((id, version) => this.recaps.approve(id, version));
  }

  protected async sendBack(): Promise<void> {
    const comment = await this.steps.sendBack();
    if (comment !== null) this.change((id, version) => this.recaps.sendBack(id, { version, comment }));
  }

  protected async reopen(): Promise<void> {
    if (await this.steps.reopen()) this.change((id, version) => this.recaps.reopen(id, version));
  }

  protected async schedule(): Promise<void> {
    const answer = await this.steps.schedule({
      hostZone: this.hostZone(),
      known: this.recap().workflow.schedule,
      figures: this.recap().figures,
    });
    if (answer) this.change((id, version) => this.recaps.schedule(id, { version, ...answer }));
  }

  protected unschedule(): void {
    this.change((id, version) => this.recaps.unschedule(id, version));
  }

  protected async publish(): Promise<void> {
    const { state, translations, figures } = this.recap();
    const answer = await this.steps.publish({
      figures,
      isUpdate: state === 'published',
      languages: Object.keys(translations).filter(isLanguage),
      openComments: this.openComments(),
    });
    if (answer) this.change((id, version) => this.recaps.publish(id, { version, ...answer }));
  }

  protected async archive(): Promise<void> {
    if (await this.steps.archive()) this.change((id, version) => this.recaps.archive(id, version));
  }

  private change(act: (id: string, version: number) => Promise<Recap>): void {
    const { id } = this.recap();
    this.changed.emit((version) => act(id, version));
  }
}
