import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { invalidFields, outdatedVersion } from '@reihe/api-platform';
import type { Me, ReviseSession as Revision, Session } from '@reihe/shared-contracts';
import { OpenSession } from './open-session';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';

/** Changes a few values where a session is listed; everything else, and what follows from a change, is as saving it whole. */
@Injectable()
export class ReviseSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly service: SessionsService,
  ) {}

  @Transactional()
  async revise(id: string, revision: Revision, staff: Me): Promise<Session> {
    const before = await this.open.read(id);
    // Read before the row is locked: the save claims the same version again and refuses what came in between.
    if (before.version !== revision.version) throw outdatedVersion(before.version);
    const { title, capacity, clockChoice } = revision;
    return this.service.save(
      id,
      {
        ...before,
        startsLocal: orAsBefore(revision.startsLocal, before.startsLocal),
        endsLocal: orAsBefore(revision.endsLocal, before.endsLocal),
        ...(clockChoice && { clockChoice }),
        ...(capacity !== undefined && { capacity }),
        ...(title !== undefined && { translations: await this.titled(before, title) }),
      },
      staff,
    );
  }

  private async titled({ seriesId, translations }: Session, title: string): Promise<Session['translations']> {
    if (title === '') throw invalidFields({ path: 'title', code: 'required' });
    const language = await this.sessions.defaultLanguageOf(seriesId);
    return { ...translations, [language]: { abstract: '', ...translations[language], title } };
  }
}

/** Forms send '' for a value that is not given. */
function orAsBefore(given: string | undefined, before: string): string {
  return given === undefined || given === '' ? before : given;
}
