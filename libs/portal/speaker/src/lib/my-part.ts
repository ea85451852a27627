import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { publicPaths, type InvitationAnswer, type MyInvitation } from '@reihe/shared-contracts';
import { LANGUAGE, roleWords } from '@reihe/web-platform';
import { SessionTime, StateBadge, type StateTone } from '@reihe/web-ui';

const TONES: Record<MyInvitation['state'], StateTone> = {
  none: 'quiet',
  invited: 'hurry',
  confirmed: 'go',
  declined: 'quiet',
};

/** One part in a session as its speaker sees it, with yes and no. Only the buttons change anything. */
@Component({
  selector: 'reihe-my-part',
  imports: [RouterLink, SessionTime, StateBadge],
  templateUrl: './my-part.html',
  styleUrl: './my-part.css',
})
export class MyPart {
  readonly part = input.required<MyInvitation>();
  /** IANA; that of the speaker's city. */
  readonly ownZone = input<string | null>(null);
  /** Where the forms are sent without scripts. */
  readonly action = input.required<string>();
  readonly isSending = input(false);
  /** What came back with a refused answer. */
  readonly typedWords = input('');
  readonly answered = output<{ answer: InvitationAnswer; words: string }>();

  private readonly language = inject(LANGUAGE);
  protected readonly session = computed(() => this.part().session);
  protected readonly role = computed(() => roleWords(this.part().role));
  protected readonly tone = computed(() => (this.session().isCancelled ? 'stop' : TONES[this.part().state]));
  protected readonly calendar = computed(() => publicPaths.sessionCalendar(this.session().slug));
  protected readonly work = computed(() =>
    [this.part().position, this.part().organisation].filter(Boolean).join(', '),
  );
  protected readonly foreign = computed(() =>
    this.session().language === this.language ? null : this.session().language,
  );
  protected readonly state = computed(() => {
    if (this.session().isCancelled)
      return $localize`:@@speakers.state.cancelled:This session does not take place`;
    switch (this.part().state) {
      case 'none':
        return $localize`:@@speakers.state.none:You have a part`;
      case 'invited':
        return $localize`:@@speakers.state.invited:Please answer: will you be there?`;
      case 'confirmed':
        return $localize`:@@speakers.state.confirmed:You have confirmed`;
      case 'declined':
        return $localize`:@@speakers.state.declined:You have declined`;
    }
  });

  protected answer(event: Event, answer: InvitationAnswer): void {
    event.preventDefault();
    if (this.isSending()) return;
    const words = new FormData(event.target as HTMLFormElement).get('words');
    this.answered.emit({ answer, words: typeof words === 'string' ? words : '' });
  }
}
