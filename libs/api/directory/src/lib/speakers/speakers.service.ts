import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  outdatedVersion,
  fallbackOrder,
  pageOf,
  refuseBroken,
} from '@reihe/api-platform';
import type {
  Language,
  Me,
  Page,
  SaveSpeaker,
  Speaker,
  SpeakerDuplicates,
  SpeakerPage,
} from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { SpeakerLinks } from '../invitations/speaker-links';
import { countriesNamed } from './countries-named';
import type { SpeakersQuery } from './speaker.bodies';
import { speakerInUse, speakerNotFound } from './speaker.errors';
import { speakerRowOf, speakerTextsOf } from './speaker.mapper';
import { SpeakerPhotos } from './speaker-photos';
import { SpeakersRepository } from './speakers.repository';

/** The directory. Changing somebody here leaves the sessions as they were: contributions keep their own details. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly speakers: SpeakersRepository,
    private readonly links: SpeakerLinks,
    private readonly photos: SpeakerPhotos,
    private readonly audit: AuditTrail,
  ) {}

  async list(query: SpeakersQuery, language: Language): Promise<Page<Speaker>> {
    const { items, total } = await this.speakers.list(query, countriesNamed(query.q ?? '', language));
    return pageOf(items, total, query);
  }

  /** Of an entry that was merged, the one that goes on. @throws speaker.not-found */
  async page(id: string, language: Language): Promise<SpeakerPage> {
    const page = await this.speakers.page(id, fallbackOrder(language));
    if (!page) throw speakerNotFound();
    return page;
  }

  duplicates(): Promise<SpeakerDuplicates> {
    return this.speakers.duplicates();
  }

  /** Of an entry that was merged, the one that goes on. @throws speaker.not-found */
  async get(id: string): Promise<Speaker> {
    const speaker = await this.speakers.one(id);
    if (!speaker) throw speakerNotFound();
    return speaker;
  }

  @Transactional()
  async create(body: SaveSpeaker, staff: Me): Promise<Speaker> {
    const id = randomUUID();
    await this.speakers.insert({ id, ...speakerRowOf(body) });
    await this.speakers.replaceTexts(id, speakerTextsOf(id, body));
    await this.record('speaker.create', id, staff);
    return this.get(id);
  }

  @Transactional()
  async save(id: string, body: SaveSpeaker, staff: Me): Promise<Speaker> {
    const isClaimed = await this.speakers.claim(id, body.version);
    const before = await this.get(id);
    if (!isClaimed || before.id !== id) throw outdatedVersion(before.version);
    await this.speakers.update(id, speakerRowOf(body));
    await this.speakers.replaceTexts(id, speakerTextsOf(id, body));
    const saved = await this.get(id);
    // Whoever reads the former mailbox has no business with this entry any more.
    if (emailKey(saved.email) !== emailKey(before.email)) await this.links.end(id);
    const { after } = changesBetween({ ...before }, { ...saved });
    await this.record('speaker.save', id, staff, { changed: Object.keys(after) });
    return saved;
  }

  /** Photos go with the entry, from the library as well: nobody but the speaker agreed to them. @throws speaker.in-use */
  async remove(id: string, staff: Me): Promise<void> {
    for (const mediaId of await this.removeEntry(id, staff))
      await this.photos.forget(mediaId, { kind: 'staff', id: staff.id });
  }

  @Transactional()
  protected async removeEntry(id: string, staff: Me): Promise<string[]> {
    if ((await this.get(id)).id !== id) throw speakerNotFound();
    const photos = await this.speakers.photosOf(id);
    await refuseBroken(speakerInUse, () => this.speakers.remove(id));
    await this.record('speaker.remove', id, staff);
    return photos;
  }

  /** A speaker is a person: the log names the fields that changed, not what stood in them. */
  private record(action: string, subjectId: string, staff: Me, after: object | null = null): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'speaker',
      subjectId,
      after,
    });
  }
}
