import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, linkUnknown, outdatedVersion, PersonalLinks } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { ownDataRules, type MyProfile, type OwnData, type SaveMyProfile } from '@reihe/shared-registration';
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

  /** Titles in the reader's language. @throws registration.link-unknown */
  async read(token: string, language: Language): Promise<MyProfile> {
    const participantId = await this.links.participantOf(token);
    const profile = await this.rows.profile(participantId, language, this.clock.now());
    if (!profile) throw linkUnknown();
    return profile;
  }

  /**
   * Counts for what is to come: what somebody was when they came to a session stays with it. What they need is said of each session.
   * @throws registration.link-unknown, version.outdated
   */
  @Transactional()
  async save({ token, version, needs, ...data }: SaveMyProfile, language: Language): Promise<MyProfile> {
    const participantId = await this.links.participantOf(token);
    const sessions = await this.rows.lockUpcoming(participantId, this.clock.now());
    const before = await this.read(token, language);
    if (!(await this.rows.saveProfile(participantId, version, data))) throw outdatedVersion(before.version);
    const registrations = await this.rows.saveIn(sessions, participantId, data, needs);
    const after = await this.read(token, language);
    await this.audit.record({
      actor: { kind: 'participant', id: participantId },
      action: 'participant.change',
      subject: 'participant',
      subjectId: participantId,
      // By reference only: which entries changed, never what stands in them.
      after: { changed: changedEntries(before, after), registrations },
    });
    return after;
  }
}

function changedEntries(before: MyProfile, after: MyProfile): string[] {
  const entries = Object.keys(ownDataRules) as (keyof OwnData)[];
  const changed: string[] = entries.filter((entry) => before[entry] !== after[entry]);
  const needsOf = (profile: MyProfile) => JSON.stringify(profile.needs);
  return needsOf(before) === needsOf(after) ? changed : [...changed, 'accessibilityNeeds'];
}
