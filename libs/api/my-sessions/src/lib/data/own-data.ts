import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, linkUnknown, outdatedVersion, PersonalLinks } from '@reihe/api-platform';
import type { MyProfile, OwnData, SaveMyProfile } from '@reihe/shared-registration';
import { MySessionsRepository } from '../my-sessions.repository';

/** What somebody wrote about themselves, read and changed by their link. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly links: PersonalLinks,
    private readonly rows: MySessionsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.link-unknown */
  async read(token: string): Promise<MyProfile> {
    const profile = await this.rows.profile(await this.links.participantOf(token));
    if (!profile) throw linkUnknown();
    return profile;
  }

  /**
   * Counts for what is to come: what somebody was when they came to a session stays with it.
   * @throws registration.link-unknown, version.outdated
   */
  @Transactional()
  async save({ token, version, ...data }: SaveMyProfile): Promise<MyProfile> {
    const participantId = await this.links.participantOf(token);
    const before = await this.read(token);
    if (!(await this.rows.saveProfile(participantId, version, data))) throw outdatedVersion(before.version);
    const registrations = await this.rows.saveUpcoming(participantId, data, this.clock.now());
    await this.audit.record({
      actor: { kind: 'participant', id: participantId },
      action: 'participant.change',
      subject: 'participant',
      subjectId: participantId,
      // By reference only: which entries changed, never what stands in them.
      after: { changed: changedEntries(before, data), registrations },
    });
    return this.read(token);
  }
}

function changedEntries(before: OwnData, after: OwnData): string[] {
  return (Object.keys(after) as (keyof OwnData)[]).filter((entry) => before[entry] !== after[entry]);
}
