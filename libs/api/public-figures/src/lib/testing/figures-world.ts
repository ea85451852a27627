import { ParticipantRow, RegistrationRow, SessionRow } from '@reihe/api-persistence';
import { type Clock, FeatureApp, startFeature } from '@reihe/api-platform';
import { aSeries, aSession } from '@reihe/api-sample-records';
import { API_BASE, type Language } from '@reihe/shared-contracts';
import { publicFiguresPaths, type PublicFigures } from '@reihe/shared-figures';
import { PublicFiguresModule, publicFiguresRootRoutes } from '../public-figures.module';

export interface PeopleFrom {
  country: string | null;
  city?: string;
  language?: Language;
}

/** What nobody may read anywhere; each person has a name and an address made of it, and works for it. */
export const PRIVATE = 'Quorra';

/** Series with people in them, and their figures over HTTP as everybody reads them. */
export class FiguresWorld extends FeatureApp {
  private people = 0;

  static async begin(clock: Clock): Promise<FiguresWorld> {
    const world = await startFeature(
      {
        clock,
        modules: [PublicFiguresModule],
        rootRoutes: publicFiguresRootRoutes,
        config: { contact: 'figures@example.org' },
      },
      (parts) => new FiguresWorld(parts),
    );
    world.user = undefined;
    return world;
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  aSeries(slug: string, state: 'published' | 'draft' = 'published'): Promise<string> {
    return aSeries(this.database.dataSource, slug, { state });
  }

  aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    return aSession(this.database.dataSource, seriesId, slug, change);
  }

  /** New people with a place each. */
  async register(sessionId: string, count: number, from: PeopleFrom): Promise<string[]> {
    const store = this.database.dataSource;
    const ids: string[] = [];
    for (let left = count; left > 0; left--) {
      const email = `${PRIVATE}-${++this.people}@example.org`.toLowerCase();
      const person = {
        name: `${PRIVATE} ${this.people}`,
        organisation: `${PRIVATE} works`,
        city: from.city ?? '',
        country: from.country,
        language: from.language ?? ('en' as const),
        timeZone: 'UTC',
      };
      const { id } = await store.getRepository(ParticipantRow).save({ email, emailKey: email, ...person });
      ids.push(id);
      await this.takePlace(sessionId, id, person);
    }
    return ids;
  }

  /** The same people in another session. */
  async comeAgain(sessionId: string, ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await this.takePlace(
        sessionId,
        id,
        await this.database.dataSource.getRepository(ParticipantRow).findOneByOrFail({ id }),
      );
  }

  /** As staff mark them. */
  async markAttended(sessionId: string, ids: readonly string[]): Promise<void> {
    await this.query(
      `INSERT INTO attendances (registration_id, evidence, recorded_at)
       SELECT r.id, 'manual', now() FROM registrations r WHERE r.session_id = $1 AND r.participant_id = ANY ($2)`,
      [sessionId, ids],
    );
  }

  figures(slug: string, language: Language = 'en'): Promise<PublicFigures> {
    return this.answer('get', `${publicFiguresPaths.ofSeries(slug)}?lang=${language}`);
  }

  all(language: Language = 'en'): Promise<PublicFigures> {
    return this.answer('get', `${publicFiguresPaths.ofAll}?lang=${language}`);
  }

  /** @param address outside of the API's prefix, or below it */
  async text(address: string): Promise<string> {
    const { text } = await this.http(
      'get',
      address.startsWith('/data') ? address : API_BASE + address,
    ).expect(200);
    return text;
  }

  private async takePlace(
    sessionId: string,
    participantId: string,
    person: Pick<ParticipantRow, 'name' | 'organisation' | 'city' | 'country' | 'language' | 'timeZone'>,
  ): Promise<void> {
    const { name, organisation, city, country, language, timeZone } = person;
    await this.database.dataSource.getRepository(RegistrationRow).insert({
      ...{ sessionId, participantId, state: 'confirmed' as const, privacyNotice: '1' },
      ...{ name, organisation, city, country, language, timeZone },
    });
  }
}
