import { Injectable } from '@nestjs/common';
import { outdatedVersion, sessionNotFound } from '@reihe/api-platform';
import type { Session } from '@reihe/shared-contracts';
import { SessionsRepository } from './sessions.repository';

/** How every use case gets hold of the session it changes. */
@Injectable()
export class OpenSession {
  constructor(private readonly sessions: SessionsRepository) {}

  async read(id: string): Promise<Session> {
    const session = await this.sessions.one(id);
    if (!session) throw sessionNotFound();
    return session;
  }

  /** The session as it was, but locked and a version further until the transaction ends. */
  async claim(id: string, version: number): Promise<Session> {
    const isClaimed = await this.sessions.claim(id, version);
    const session = await this.read(id);
    if (!isClaimed) throw outdatedVersion(session.version);
    return session;
  }
}
