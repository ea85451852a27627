import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  publicPaths,
  type MyRegistration as Registration,
  type RegistrationState,
} from '@reihe/shared-contracts';
import { followUpPaths } from '@reihe/shared-registration';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { SessionTime, StateBadge, type StateTone } from '@reihe/web-ui';

const TONES: Record<RegistrationState, StateTone> = {
  unverified: 'wait',
  'awaiting-approval': 'wait',
  confirmed: 'go',
  waitlisted: 'wait',
  declined: 'quiet',
  cancelled: 'quiet',
  expired: 'quiet',
};

/** One registration as its participant sees it: session, state in words, and what belongs to a confirmed place. */
@Component({
  selector: 'reihe-my-registration',
  imports: [RouterLink, SessionTime, StateBadge],
  templateUrl: './my-registration.html',
  styleUrl: './my-registration.css',
})
export class MyRegistration {
  readonly registration = input.required<Registration>();
  /** The participant's IANA zone, where the page knows it. */
  readonly ownZone = input<string | null>(null);
  /** Of the page it stands on; without it nothing leads to what comes after a session. */
  readonly manageToken = input('');

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly session = computed(() => this.registration().session);
  protected readonly tone = computed(() =>
    this.session().isCancelled ? 'stop' : TONES[this.registration().state],
  );
  protected readonly state = computed(() =>
    this.session().isCancelled
      ? $localize`:@@register.state.session-cancelled:This session does not take place`
      : this.stateWords(this.registration()),
  );
  /** Loaded from the server, not by the router: the button behind it may leave the site, which this page's policy forbids. */
  protected readonly joinAddress = computed(() => {
    const { joinToken } = this.session();
    return joinToken === null ? null : publicPaths.joinPage(this.language, joinToken);
  });
  protected readonly calendar = computed(() => {
    const { joinToken, slug } = this.session();
    return joinToken === null
      ? publicPaths.sessionCalendar(slug)
      : `${publicPaths.joinCalendar(joinToken)}?lang=${this.language}`;
  });
  protected readonly afterwards = computed(() => {
    const after = this.registration().after;
    if (!after || !this.manageToken()) return null;
    return { ...after, page: followUpPaths.page(this.language, this.manageToken(), this.registration().id) };
  });
  /** A date to keep: a place, or the hope for one. */
  protected readonly hasCalendar = computed(
    () => !this.session().isCancelled && ['confirmed', 'waitlisted'].includes(this.registration().state),
  );
  /** The language of the title, where it is not the page's. */
  protected readonly foreign = computed(() =>
    this.session().language === this.language ? null : this.session().language,
  );

  private stateWords({ state, place }: Registration): string {
    switch (state) {
      case 'unverified':
        return $localize`:@@register.state.unverified:Not confirmed yet: open the link in our e-mail`;
      case 'awaiting-approval':
        return $localize`:@@register.state.awaiting-approval:The hosts are looking at your registration`;
      case 'confirmed':
        return $localize`:@@register.state.confirmed:You have a place`;
      case 'waitlisted':
        return place === null
          ? $localize`:@@register.state.waiting:You are on the waiting list`
          : $localize`:@@register.state.waiting-place:You are number ${this.formats.number(place)}:place: on the waiting list`;
      case 'declined':
        return $localize`:@@register.state.declined:The hosts could not give you a place`;
      case 'cancelled':
        return $localize`:@@register.state.cancelled:You are no longer registered`;
      case 'expired':
        return $localize`:@@register.state.expired:Not confirmed in time`;
    }
  }
}
