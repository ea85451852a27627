import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, outdatedVersion } from '@reihe/api-platform';
import type { Me, MergeSpeakers as Merge, Speaker, SplitSpeakers } from '@reihe/shared-contracts';
import { mergedSpeaker, splitSpeaker, type SpeakerDetails } from '@reihe/shared-policies';
import { SpeakerLinks } from '../invitations/speaker-links';
import { MergeSpeakersRepository } from './merge-speakers.repository';
import { mergeImpossible, speakerNotFound } from './speaker.errors';
import { speakerRowOf, speakerTextsOf } from './speaker.mapper';
import { SpeakersRepository } from './speakers.repository';

/**
 * Two entries of one person become one, and two again. Nothing is lost: the entry that goes stays as it was, out of the lists, and
 * leads on; its parts in sessions keep what stood there on the day.
 */
@Injectable()
export class MergeSpeakers {
  constructor(
    private readonly speakers: SpeakersRepository,
    private readonly merges: MergeSpeakersRepository,
    private readonly links: SpeakerLinks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws speaker.not-found, speaker.merge-impossible, version.outdated */
  @Transactional()
  async merge(keptId: string, { version, absorbedId, absorbedVersion }: Merge, staff: Me): Promise<Speaker> {
    if (keptId === absorbedId) throw mergeImpossible();
    await this.merges.lock([keptId, absorbedId]);
    const kept = await this.claim(keptId, version);
    const absorbed = await this.claim(absorbedId, absorbedVersion);

    const { result, filled } = mergedSpeaker(detailsOf(kept), detailsOf(absorbed));
    await this.write(keptId, result);
    if (await this.merges.takePhoto(absorbedId, keptId)) filled.push('photo');
    const contributionIds = await this.merges.moveContributions(absorbedId, keptId);
    await this.merges.leadOn(absorbedId, keptId);
    await this.merges.remember({ keptId, absorbedId, contributionIds, filled, mergedAt: this.clock.now() });
    await this.record('speaker.merge', keptId, staff, { absorbedId, filled, contributionIds });
    await this.record('speaker.merged-into', absorbedId, staff, { keptId });
    return this.get(keptId);
  }

  /** Takes a merge back. What was changed since stays where it is. @throws speaker.merge-impossible, version.outdated */
  @Transactional()
  async split(keptId: string, { version, absorbedId }: SplitSpeakers, staff: Me): Promise<Speaker> {
    await this.merges.lockSessionsOf(absorbedId);
    await this.merges.lock([keptId, absorbedId]);
    const kept = await this.claim(keptId, version);
    const absorbed = await this.speakers.entry(absorbedId);
    const merge = await this.merges.recall(absorbedId);
    if (absorbed?.mergedInto !== keptId || !merge) throw mergeImpossible();

    await this.merges.standAlone(absorbedId);
    const moved = await this.merges.moveBack(merge.contributionIds, keptId, absorbedId);
    // Merged over a third entry, what was filled in stands there, and came here as its own.
    if (merge.keptId === keptId) {
      const own = splitSpeaker(detailsOf(kept), detailsOf(absorbed.speaker), merge.filled);
      await this.write(keptId, own);
      // Mails of the time between went to the other's address, and their links open this entry.
      if (own.email !== kept.email) await this.links.end(keptId);
      if (merge.filled.includes('photo')) await this.merges.givePhotoBack(absorbedId, keptId);
    }
    await this.merges.forget(absorbedId);
    await this.record('speaker.split', keptId, staff, {
      absorbedId,
      contributionIds: moved.flatMap((part) => part.contributionIds),
    });
    for (const { sessionId, contributionIds } of moved)
      await this.audit.record({
        actor: { kind: 'staff', id: staff.id },
        action: 'session.save',
        subject: 'session',
        subjectId: sessionId,
        before: { contributionIds, speakerId: keptId },
        after: { contributionIds, speakerId: absorbedId },
      });
    return this.get(keptId);
  }

  private async claim(id: string, version: number): Promise<Speaker> {
    const entry = await this.speakers.entry(id);
    if (!entry) throw speakerNotFound();
    if (entry.mergedInto !== null) throw mergeImpossible();
    if (!(await this.speakers.claim(id, version))) throw outdatedVersion(entry.speaker.version);
    return entry.speaker;
  }

  private async write(id: string, details: SpeakerDetails): Promise<void> {
    await this.speakers.update(id, speakerRowOf(details));
    await this.speakers.replaceTexts(id, speakerTextsOf(id, details));
  }

  private async get(id: string): Promise<Speaker> {
    const speaker = await this.speakers.one(id);
    if (!speaker) throw speakerNotFound();
    return speaker;
  }

  private record(action: string, subjectId: string, staff: Me, after: object): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'speaker',
      subjectId,
      after,
    });
  }
}

function detailsOf({ title, name, email, city, country, language, translations }: Speaker): SpeakerDetails {
  return { title, name, email, city, country, language, translations };
}
