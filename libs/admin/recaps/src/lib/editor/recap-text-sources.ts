import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { ChosenPictures, stateWords } from '@reihe/admin-media';
import { TextSources, type ShownCard, type ShownPicture } from '@reihe/admin-recap-writing';
import { imageAddress, inLanguage, missingFacts } from '@reihe/admin-ui';
import type { Media, Session, SessionListItem } from '@reihe/shared-contracts';
import { SessionsClient, SpeakersClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';

const SHOWN_WIDTH = 960;

/** What the texts of a recap can show: pictures of the library, sessions of its series, speakers of the sessions it looks back on. */
@Injectable()
export class RecapTextSources extends TextSources {
  private readonly pictures = inject(ChosenPictures);
  private readonly sessionsClient = inject(SessionsClient);
  private readonly speakersClient = inject(SpeakersClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  /** Sessions of the series, and those of them that the recap looks back on. Set by the page around. */
  readonly seriesSessions = signal<readonly SessionListItem[]>([]);
  readonly covered = signal<readonly string[]>([]);

  readonly sessions = computed<readonly ShownCard[]>(() => {
    const covered = new Set(this.covered());
    const isCovered = ({ id }: SessionListItem) => covered.has(id);
    const offered = this.seriesSessions().filter(({ state }) => state !== 'draft');
    return [...offered.filter(isCovered), ...offered.filter((one) => !isCovered(one))].map(
      ({ id, title, startsAt, timeZone }) => ({
        id,
        name: title,
        hint: this.formats.day(startsAt, timeZone),
      }),
    );
  });
  readonly speakers = signal<readonly ShownCard[]>([]);
  private readonly unknown = signal<ReadonlySet<string>>(new Set());

  constructor() {
    super();
    effect((onCleanup) => {
      const ids = this.covered();
      let isOver = false;
      onCleanup(() => (isOver = true));
      void this.speakersOf(ids).then((speakers) => {
        if (!isOver) this.speakers.set(speakers);
      });
    });
  }

  picture(id: string): ShownPicture | null | undefined {
    const media = this.pictures.find(id);
    if (media) return this.shown(media);
    if (this.unknown().has(id)) return null;
    void this.pictures.need([id]).then(() => {
      if (!this.pictures.find(id)) this.unknown.update((ids) => new Set(ids).add(id));
    });
    return undefined;
  }

  async choosePictures({ isMany, taken }: { isMany: boolean; taken: readonly string[] }) {
    const chosen = await this.pictures.choose({ isMany, taken }, { restoreFocus: false });
    return chosen.map(({ id }) => id);
  }

  private shown(media: Media): ShownPicture {
    const { photographer, agency } = media.credit;
    const text = inLanguage(media.translations, this.language);
    const { credit, consent, alt } = missingFacts(media);
    return {
      // Until it is prepared there is no file to show; it comes by itself.
      src: media.state === 'ready' ? imageAddress(media.image, SHOWN_WIDTH) : '',
      alt: text?.alt ?? '',
      caption: text?.caption ?? '',
      credit: [photographer, agency].filter(Boolean).join(' | '),
      missing: [
        ...[stateWords(media)].filter(Boolean),
        ...(credit ? [$localize`:@@recap-desk.picture.no-credit:No credit yet.`] : []),
        ...(consent
          ? [$localize`:@@recap-desk.picture.no-consent:Consent of the people shown still open.`]
          : []),
        ...(alt.length > 0
          ? [$localize`:@@recap-desk.picture.no-alt:Not described in every language yet.`]
          : []),
      ].join(' '),
    };
  }

  /** Whoever cannot be read is not offered; the text keeps the cards it has. */
  private async speakersOf(sessionIds: readonly string[]): Promise<readonly ShownCard[]> {
    const sessions = await known(sessionIds.map((id) => this.sessionsClient.fetch(id)));
    const ids = new Set(sessions.flatMap(partsOf).flatMap(({ speakerId }) => speakerId ?? []));
    const speakers = await known([...ids].map((id) => this.speakersClient.fetch(id)));
    return speakers.map(({ id, title, name, city }) => ({
      id,
      name: [title, name].filter(Boolean).join(' '),
      hint: city,
    }));
  }
}

function partsOf({ contributions, agenda }: Session) {
  return [...contributions, ...agenda.flatMap((item) => item.contributions)];
}

async function known<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}
