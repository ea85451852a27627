import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { AbsorbedSpeaker, Speaker, SpeakerPart } from '@reihe/shared-contracts';
import {
  AnswerStates,
  fullName,
  inLanguage,
  invitationTone,
  invitationWords,
  lastAnswer,
  StackedTable,
} from '@reihe/admin-ui';
import { SpeakersClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, roleWords } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { Portrait, StateBadge } from '@reihe/web-ui';
import { speakerWords } from './speaker-words';

/** One speaker: today's details, and every session with what stood there on its day. */
@Component({
  selector: 'reihe-speaker-page',
  imports: [AnswerStates, Portrait, RouterLink, StackedTable, StateBadge],
  templateUrl: './speaker-page.html',
  styles: `
    .none {
      list-style: none;
      margin-inline-start: -1.5em;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(8rem, max-content) 1fr;
      gap: var(--space-3xs) var(--space-m);
      margin: 0;
    }
    dt {
      color: var(--ink-soft);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .bio {
      max-inline-size: 60ch;
      white-space: pre-line;
    }
    .absorbed {
      margin: 0;
    }
    .absorbed li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
      align-items: center;
    }
    @media (width < 40rem) {
      dl {
        grid-template-columns: 1fr;
      }
      dd {
        margin-block-end: var(--space-2xs);
      }
    }
  `,
})
export class SpeakerPage {
  readonly id = input.required<string>();

  private readonly router = inject(Router);
  private readonly client = inject(SpeakersClient);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly access = inject(StaffAccess);
  private readonly words = speakerWords();

  protected readonly loaded = this.client.page(() => this.id());
  protected readonly page = lastAnswer(this.loaded);
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly isSplitting = signal(false);
  protected readonly untitled = $localize`:@@directory.page.untitled:Untitled`;
  protected readonly fullName = fullName;
  protected readonly work = this.words.work;
  protected readonly place = this.words.place;
  protected readonly roleWords = roleWords;
  protected readonly stateWords = invitationWords;
  protected readonly tone = invitationTone;

  constructor() {
    // An old link to an entry that was merged leads on to the one that goes on.
    effect(() => {
      const shown = this.loaded.hasValue() ? this.loaded.value().speaker.id : null;
      const asked = this.id();
      if (shown === null || shown === asked) return;
      untracked(() => void this.router.navigate(['/speakers', shown], { replaceUrl: true }));
    });
  }

  protected bio({ translations }: Speaker): string {
    return inLanguage(translations, this.language)?.bio ?? '';
  }

  protected day({ startsAt, timeZone }: SpeakerPart): string {
    return this.formats.date(startsAt, timeZone, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  protected asOf({ position, organisation, city, country }: SpeakerPart): string {
    return [position, organisation, this.place({ city, country })].filter(Boolean).join(', ');
  }

  protected async split({ id, version }: Speaker, absorbed: AbsorbedSpeaker): Promise<void> {
    this.isSplitting.set(true);
    try {
      await this.client.split(id, { version, absorbedId: absorbed.id });
      this.snackBar.open(
        $localize`:@@directory.page.is-split:${absorbed.name}:name: is an entry of its own again.`,
      );
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSplitting.set(false);
      this.loaded.reload();
    }
  }
}
