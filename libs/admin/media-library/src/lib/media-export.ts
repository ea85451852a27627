import { DOCUMENT, inject, Injectable } from '@angular/core';
import { consentWords, stateWords } from '@reihe/admin-media';
import { csvOf, everyPage, inLanguage, offerFile } from '@reihe/admin-ui';
import { LANGUAGES, PAGE_SIZE, type Media } from '@reihe/shared-contracts';
import { MediaClient, type MediaQuery } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { untitled, useKindWords } from './use-words';

/** The images that the list shows, in its order; all pages of it. */
@Injectable({ providedIn: 'root' })
export class MediaExport {
  private readonly client = inject(MediaClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);

  async save(query: MediaQuery): Promise<void> {
    const found = await everyPage((page) => this.client.page({ ...query, page, pageSize: PAGE_SIZE.max }));
    const table = csvOf([this.headings(), ...found.map((image) => this.row(image))]);
    offerFile(
      this.document,
      `${$localize`:@@media.export.file:images`}.csv`,
      new Blob([table], { type: 'text/csv' }),
    );
  }

  private headings(): string[] {
    return [
      $localize`:@@media.export.name:File`,
      $localize`:@@media.image.photographer:Photographer`,
      $localize`:@@media.image.agency:Agency or source`,
      $localize`:@@media.image.licence:Licence`,
      $localize`:@@media.image.licence-url:Address of the licence`,
      $localize`:@@pictures.consent.label:People shown`,
      ...LANGUAGES.flatMap((language) => {
        const name = this.formats.languageName(language);
        return [
          $localize`:@@pictures.picture.alt:Alt text, ${name}:language:`,
          $localize`:@@pictures.picture.caption:Caption, ${name}:language:`,
        ];
      }),
      $localize`:@@media.image.used:Used`,
      $localize`:@@media.export.width:Width`,
      $localize`:@@media.export.height:Height`,
      $localize`:@@media.image.uploaded:Uploaded`,
      $localize`:@@media.export.state:State`,
    ];
  }

  private row(image: Media): string[] {
    const { credit, rights, translations, usedIn } = image;
    return [
      image.fileName,
      credit.photographer,
      credit.agency,
      credit.licence,
      rights.licenceUrl,
      consentWords(rights.consent),
      ...LANGUAGES.flatMap((language) => [
        translations[language]?.alt ?? '',
        translations[language]?.caption ?? '',
      ]),
      usedIn
        .map(({ kind, titles }) => `${useKindWords(kind)} ${inLanguage(titles, this.language) ?? untitled()}`)
        .join('; '),
      String(image.width),
      String(image.height),
      image.uploadedAt,
      stateWords(image),
    ];
  }
}
