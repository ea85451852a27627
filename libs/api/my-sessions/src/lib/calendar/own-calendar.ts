import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid, type CalendarEvent } from '@reihe/api-mail';
import { Config, JoinAddresses, linkUnknown, PersonalLinks } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { isToldWhereToJoin } from '@reihe/shared-policies';
import { MySessionsRepository, type PlaceRow } from '../my-sessions.repository';

const NAMES: Record<Language, string> = {
  en: 'My sessions',
  de: 'Meine Termine',
  es: 'Mis sesiones',
  fr: 'Mes sessions',
};

/** Everything that somebody has a place in, or hopes for one, as a calendar that others subscribe to. */
@Injectable()
export class OwnCalendar {
  constructor(
    private readonly links: PersonalLinks,
    private readonly rows: MySessionsRepository,
    private readonly joining: JoinAddresses,
    private readonly config: Config,
  ) {}

  /** An iCalendar file. @throws registration.link-unknown */
  async of(calendarToken: string, language: Language): Promise<string> {
    const participantId = await this.links.participantOf(calendarToken, 'calendar');
    if (!(await this.rows.isKnown(participantId))) throw linkUnknown();
    const places = await this.rows.placesToKeep(participantId, language);
    const doors = await this.joining.tokensOf(
      places.filter(({ state, sessionState }) => isToldWhereToJoin(state, sessionState)).map(({ id }) => id),
    );
    return calendarFile({
      method: 'PUBLISH',
      name: NAMES[language],
      timeZone: 'Europe/Berlin',
      events: places.map((place) => this.eventOf(place, language, doors.get(place.id))),
    });
  }

  private eventOf(place: PlaceRow, language: Language, door: string | undefined): CalendarEvent {
    const page = this.config.baseUrl + publicPaths.session(language, place.slug);
    const join = door === undefined ? null : this.joining.addressOf(door);
    return {
      uid: calendarUid(place.sessionId),
      sequence: place.sequence,
      // Only a place is certain.
      title: place.state === 'confirmed' ? place.title : `(${place.title})`,
      description: [join, page].filter((one) => one !== null).join('\n'),
      url: join ?? page,
      ...(join !== null && { location: join }),
      startsAt: place.startsAt,
      endsAt: place.endsAt,
      timeZone: place.timeZone,
      changedAt: place.updatedAt,
      status: place.sessionState === 'cancelled' ? 'cancelled' : 'confirmed',
    };
  }
}
