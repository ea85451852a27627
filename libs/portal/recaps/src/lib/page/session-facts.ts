import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  ContributionRole,
  Measure,
  PublicContribution,
  RecapSessionFacts,
} from '@reihe/shared-contracts';
import { countOrigin, countValue, Formats, LANGUAGE, measureWords, zonePlace } from '@reihe/web-platform';
import { Chip } from '@reihe/web-ui';
import { audienceWords } from '../audience-words';

/** Who was there. Seats and waiting lists are of no use to readers of a recap. */
const PEOPLE: readonly Measure[] = ['attended', 'participants', 'participations', 'cities', 'countries'];

/** The facts of one session a recap looks back on: when, for whom, how many by whose word, who spoke. */
@Component({
  selector: 'reihe-session-facts',
  imports: [Chip, RouterLink],
  templateUrl: './session-facts.html',
  styleUrl: './session-facts.css',
})
export class SessionFacts {
  readonly session = input.required<RecapSessionFacts>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly audience = computed(() => audienceWords(this.session().regions, this.formats));
  /** The day and time as the host's clocks showed it, with the name of that zone. */
  protected readonly held = computed(() => {
    const { startsAt, endsAt, timeZone } = this.session();
    return {
      day: this.formats.longDay(startsAt, timeZone),
      time: this.formats.timeRange(startsAt, endsAt, timeZone),
      zone: `${zonePlace(timeZone)}, ${this.formats.zoneOffset(startsAt, timeZone)}`,
    };
  });
  protected readonly figures = computed(() =>
    this.session()
      .figures.filter(({ measure, value }) => value > 0 && PEOPLE.includes(measure))
      .map((count) => ({
        words: `${countValue(count, this.formats)} ${measureWords(count.measure, count.value)}`,
        origin: countOrigin(count, this.formats),
      })),
  );
  protected readonly speakers = computed(() => this.session().speakers.map((one) => this.person(one)));

  /** The `lang` of a text, where it is not the page's. */
  protected foreign(language: string): string | null {
    return language === this.language ? null : language;
  }

  private person(contribution: PublicContribution) {
    const { name, position, organisation, topic, city, country, role, language } = contribution;
    const place = [city, country && this.formats.countryName(country)].filter(Boolean).join(', ');
    const details = [position, organisation, name ? place : ''].filter(Boolean).join(', ');
    // Nobody is named: the place or the organisation is who spoke.
    const heading = name ?? (place || organisation || position);
    return {
      heading,
      details: details === heading ? '' : details,
      topic,
      role: roleWords(role),
      language,
    };
  }
}

function roleWords(role: ContributionRole): string {
  switch (role) {
    case 'opening-speaker':
      return $localize`:@@recaps.role.opening-speaker:Opening talk`;
    case 'speaker':
      return $localize`:@@recaps.role.speaker:Contribution`;
    case 'moderator':
      return $localize`:@@recaps.role.moderator:Moderation`;
    case 'panellist':
      return $localize`:@@recaps.role.panellist:Panel`;
    case 'interpreter':
      return $localize`:@@recaps.role.interpreter:Interpretation`;
  }
}
