import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { MediaLibrary } from '@reihe/api-media';
import { AuditTrail, changesBetween, Clock, invalidFields, outdatedVersion } from '@reihe/api-platform';
import { LANGUAGES, PHOTO_CONSENT_VERSION, type SaveProfile, type SendPhoto } from '@reihe/shared-contracts';
import { speakerNotFound } from '../speakers/speaker.errors';
import { SpeakerPhotos } from '../speakers/speaker-photos';
import { speakerRowOf, speakerTextsOf } from '../speakers/speaker.mapper';
import { SpeakersRepository } from '../speakers/speakers.repository';
import { SpeakerLinks } from './speaker-links';

export interface ReceivedPhoto {
  fileName: string;
  contents: Uint8Array;
}

/** What speakers look after themselves, by the link in their mail: profile and photo. */
@Injectable()
export class MyProfileService {
  constructor(
    private readonly speakers: SpeakersRepository,
    private readonly links: SpeakerLinks,
    private readonly media: MediaLibrary,
    private readonly photos: SpeakerPhotos,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** E-mail and language of mails stay. @throws invitation.link-unknown, invitation.link-expired, version.outdated */
  @Transactional()
  async save({ token, ...profile }: SaveProfile): Promise<void> {
    const id = await this.links.speakerOf(token);
    const isClaimed = await this.speakers.claim(id, profile.version);
    const before = await this.speakers.one(id);
    if (!before) throw speakerNotFound();
    if (!isClaimed) throw outdatedVersion(before.version);
    const body = { ...profile, email: before.email, language: before.language };
    await this.speakers.update(id, speakerRowOf(body));
    await this.speakers.replaceTexts(id, speakerTextsOf(id, body));
    const { after } = changesBetween({ ...before }, { ...(await this.speakers.one(id)) });
    await this.record(id, 'speaker.save-own-profile', { changed: Object.keys(after) });
  }

  /** @throws request.invalid without a file, and whatever the media library refuses */
  async sendPhoto({ token, credit }: SendPhoto, photo: ReceivedPhoto | undefined): Promise<void> {
    const id = await this.links.speakerOf(token);
    if (!photo || photo.contents.length === 0) throw invalidFields({ path: 'file', code: 'required' });
    const speaker = await this.speakers.one(id);
    if (!speaker) throw speakerNotFound();
    const image = await this.media.importImage(
      {
        ...photo,
        credit: { photographer: credit, agency: '', licence: '' },
        // Who sends their own photo has ticked that it may be shown.
        rights: { licenceUrl: '', consent: 'agreed', consentNote: '' },
        translations: Object.fromEntries(
          LANGUAGES.map((language) => [language, { alt: speaker.name, caption: '' }]),
        ),
      },
      { kind: 'speaker', id },
    );
    const previous = await this.putPhoto(id, image.id);
    if (previous !== null && previous !== image.id)
      await this.photos.forget(previous, { kind: 'speaker', id });
  }

  /** The consent is taken back: the picture goes from every page, and from the library where nothing else shows it. */
  async removePhoto(token: string): Promise<void> {
    const id = await this.links.speakerOf(token);
    const previous = await this.putPhoto(id, null);
    if (previous !== null) await this.photos.forget(previous, { kind: 'speaker', id });
  }

  @Transactional()
  protected async putPhoto(id: string, mediaId: string | null): Promise<string | null> {
    const consent = mediaId === null ? null : PHOTO_CONSENT_VERSION;
    const previous = await this.speakers.putPhoto(id, mediaId, consent, this.clock.now());
    await this.record(id, mediaId === null ? 'speaker.remove-photo' : 'speaker.send-photo', {
      mediaId,
      consent,
    });
    return previous;
  }

  private record(id: string, action: string, after: object): Promise<void> {
    return this.audit.record({
      actor: { kind: 'speaker', id },
      action,
      subject: 'speaker',
      subjectId: id,
      after,
    });
  }
}
