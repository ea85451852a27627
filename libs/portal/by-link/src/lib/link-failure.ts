import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProblemCode } from '@reihe/shared-contracts';
import type { Failure } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';
import { participantFailureWords } from '@reihe/web-forms';

/** A personal link that leads nowhere (any more), or could not be followed just now: what happened, and the way out. */
@Component({
  selector: 'reihe-link-failure',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="page">
      <reihe-page-heading [heading]="heading()">
        <p class="lead" role="alert">{{ words() }}</p>
        <p class="ways">
          @if (isDead() && isOfRegistration()) {
            <a class="button" routerLink="/register" i18n="@@register.link.again">Register again</a>
            <a routerLink="/register/link" i18n="@@register.link.new">Have your link sent again</a>
          } @else if (!isDead()) {
            <button type="button" class="button" (click)="retry.emit()" i18n="@@register.link.retry">
              Try again
            </button>
          }
          <a routerLink="/" i18n="@@register.link.programme">To the programme</a>
        </p>
      </reihe-page-heading>
    </div>
  `,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s) var(--space-m);
      align-items: center;
      margin-block-start: var(--space-l);
    }
  `,
})
export class LinkFailure {
  readonly failure = input.required<Failure>();
  /** What an address that cannot be a link of ours is called here. */
  readonly unknown = input<ProblemCode>('registration.link-unknown');
  readonly retry = output();

  protected readonly words = computed(() => participantFailureWords(this.cause()));
  /** The link itself is the reason: trying again does not help. */
  protected readonly isDead = computed(() => {
    const failure = this.failure();
    return failure.kind === 'problem' && [400, 404, 410].includes(failure.problem.status);
  });
  protected readonly isOfRegistration = computed(() => this.unknown().startsWith('registration.'));
  protected readonly heading = computed(() => {
    const failure = this.failure();
    const code = failure.kind === 'problem' ? failure.problem.code : null;
    if (code === 'registration.link-expired' || code === 'invitation.link-expired')
      return $localize`:@@register.link.expired:This link has expired`;
    if (code === 'registration.link-used') return $localize`:@@register.link.used:Already confirmed`;
    return this.isDead()
      ? $localize`:@@register.link.unknown:This link is not known`
      : $localize`:@@register.link.broken:That did not work`;
  });

  /** An address that cannot be a link of ours is an unknown link to whoever opened it. */
  private cause(): Failure {
    const failure = this.failure();
    return failure.kind === 'problem' && failure.problem.code === 'request.invalid'
      ? { kind: 'problem', problem: { ...failure.problem, code: this.unknown() } }
      : failure;
  }
}
