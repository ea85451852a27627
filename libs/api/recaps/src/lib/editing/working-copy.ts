import { Injectable } from '@nestjs/common';
import type { SaveRecap } from '@reihe/shared-editorial';
import { checkRichDocument, picturesOf, selectedSessionsOf } from '@reihe/shared-recap-policies';
import { RecapAddressesRepository } from './recap-addresses.repository';
import { documentInvalid, recapNotFound, slugTaken, unknownReference } from './recap.errors';
import { followedAfter, textRowsOf, textsOf, type RecapTextRow } from './recap.mapper';
import type { RevisionContent } from './recap-revisions.repository';
import { RecapsRepository, type RecapLink } from './recaps.repository';

/** What editors write, before anybody reads it. Stored whole, inside of the transaction of the use case. */
@Injectable()
export class WorkingCopy {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly addresses: RecapAddressesRepository,
  ) {}

  /**
   * Before the first row is written. @param stored the texts as they are: what stands in them may stay, also where a session they are
   * about has been deleted since
   */
  async check(body: SaveRecap, stored: SaveRecap['translations'] = {}): Promise<void> {
    const known = new Set(textsOf(stored).flatMap(([, { body: text }]) => selectedSessionsOf(text)));
    for (const [language, text] of textsOf(body.translations)) {
      const error = checkRichDocument(text.body);
      if (error) throw documentInvalid(language, error);
      if (!(await this.recaps.hasMedia(picturesOf(text.body))))
        throw unknownReference(`translations.${language}.body`);
      const selected = selectedSessionsOf(text.body).filter((id) => !known.has(id));
      if (!(await this.recaps.hasSessions(body.seriesId, selected)))
        throw unknownReference(`translations.${language}.body`);
    }
    if (!(await this.recaps.hasSeries(body.seriesId))) throw unknownReference('seriesId');
    if (body.leadMediaId && !(await this.recaps.hasMedia([body.leadMediaId])))
      throw unknownReference('leadMediaId');
  }

  /** The recap's own row is there. @param writerId null: nobody of the staff */
  async write(id: string, body: SaveRecap, writerId: string | null): Promise<void> {
    await this.saveTexts(id, textRowsOf(body), writerId);
    for (const link of ['sessionIds', 'categoryIds', 'regionIds'] satisfies RecapLink[]) {
      const ids = [...new Set(body[link])];
      if ((await this.recaps.link(id, link, ids)) < ids.length) throw unknownReference(link);
    }
    const gallery = [...new Set(body.gallery)];
    if ((await this.recaps.linkGallery(id, gallery)) < gallery.length) throw unknownReference('gallery');
    const taken = await this.addresses.use(
      id,
      textsOf(body.translations).map(([language, { slug }]) => ({ language, slug })),
    );
    if (taken.length > 0) throw slugTaken(taken);
  }

  /**
   * What has been deleted since stays away: categories, regions. Translations that readers never saw, for they are in progress, are in
   * no revision: they stay.
   */
  async restore(id: string, revision: RevisionContent, writerId: string): Promise<void> {
    const { byline, leadMediaId } = revision;
    const texts = [...revision.texts, ...(await this.unfinished(id, revision.texts))];
    await this.recaps.update(id, { byline, leadMediaId });
    await this.saveTexts(id, texts, writerId);
    for (const link of ['sessionIds', 'categoryIds', 'regionIds'] satisfies RecapLink[])
      await this.recaps.link(id, link, revision[link]);
    await this.recaps.linkGallery(id, revision.gallery);
    const latest = await this.addresses.latestOf(id);
    await this.addresses.use(
      id,
      latest.filter(({ language }) => texts.some((text) => text.language === language)),
    );
  }

  private async unfinished(id: string, texts: readonly RecapTextRow[]): Promise<RecapTextRow[]> {
    const recap = await this.recaps.one(id);
    if (!recap) throw recapNotFound();
    return textRowsOf(recap).filter(
      ({ language }) =>
        recap.translationStates[language]?.state === 'in-progress' &&
        texts.every((text) => text.language !== language),
    );
  }

  /** Remembers of which original each part is a translation, as it is written. */
  private async saveTexts(
    id: string,
    texts: readonly RecapTextRow[],
    writerId: string | null,
  ): Promise<void> {
    const before = await this.recaps.one(id);
    if (!before) throw recapNotFound();
    const followed = followedAfter(before, texts, before.defaultLanguage);
    await this.recaps.saveTexts(id, texts, followed, writerId);
  }
}
