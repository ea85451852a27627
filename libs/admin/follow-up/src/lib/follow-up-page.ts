import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inLanguage, lastAnswer } from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import { SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';
import { AttendancePanel } from './attendance/attendance-panel';
import { FeedbackPanel } from './feedback/feedback-panel';
import { MaterialsPanel } from './materials/materials-panel';

/** What comes after one session: what is handed out, who came, what people say. */
@Component({
  selector: 'reihe-follow-up-page',
  imports: [AttendancePanel, FeedbackPanel, MaterialsPanel, RouterLink, SessionNav],
  template: `
    <header class="page-head">
      <p class="kicker">
        <a routerLink="/sessions" i18n="@@follow-up.page.sessions">Sessions</a> ·
        <a [routerLink]="['/sessions', sessionId()]">{{ title() }}</a>
      </p>
      <reihe-session-nav [sessionId]="sessionId()" [access]="access" />
      <h1 tabindex="-1" i18n="@@follow-up.page.heading">After the session</h1>
    </header>
    <reihe-materials-panel [sessionId]="sessionId()" />
    @if (mayReadPeople()) {
      <reihe-attendance-panel [sessionId]="sessionId()" [timeZone]="timeZone()" />
      <reihe-feedback-panel [sessionId]="sessionId()" [fileName]="slug()" />
    }
  `,
})
export class FollowUpPage {
  /** From the address. */
  readonly sessionId = input.required<string>();

  private readonly language = inject(LANGUAGE);
  protected readonly access = inject(StaffAccess);
  private readonly session = lastAnswer(inject(SessionsClient).one(() => this.sessionId()));

  protected readonly mayReadPeople = computed(() => this.access.may('registrations.read'));
  protected readonly title = computed(
    () => inLanguage(this.session()?.translations ?? {}, this.language)?.title ?? '',
  );
  protected readonly timeZone = computed(() => this.session()?.timeZone ?? 'UTC');
  protected readonly slug = computed(() => this.session()?.slug ?? 'session');
}
