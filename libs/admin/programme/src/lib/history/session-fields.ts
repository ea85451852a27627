import { inject, Service } from '@angular/core';
import type { DescribeField } from '@reihe/admin-editing';
import { SessionFieldWords, type Names, type SessionForm } from '@reihe/admin-session-form';
import { fullName, inLanguage } from '@reihe/admin-ui';
import { SeriesClient, SpeakersClient, TaxonomyClient } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';

/** The fields of a session in words, with the names of all that it refers to. */
@Service()
export class SessionFields {
  private readonly series = inject(SeriesClient);
  private readonly taxonomy = inject(TaxonomyClient);
  private readonly speakers = inject(SpeakersClient);
  private readonly words = inject(SessionFieldWords);
  private readonly language = inject(LANGUAGE);

  /** @param forms all that values will come from: what stands in them is looked up once */
  async describe(forms: readonly SessionForm[]): Promise<DescribeField> {
    return this.words.describe(forms, await this.namesIn(forms));
  }

  private async namesIn(forms: readonly SessionForm[]): Promise<Names> {
    const everyone = forms.flatMap(({ agenda, contributions }) => [
      ...contributions,
      ...agenda.flatMap((item) => item.contributions),
    ]);
    const speakerIds = [...new Set(everyone.map(({ speakerId }) => speakerId).filter(Boolean))];
    const seriesIds = [...new Set(forms.map(({ seriesId }) => seriesId).filter(Boolean))];
    const named = async (id: string, name: Promise<string>): Promise<[string, string][]> =>
      name.then((words) => [[id, words]] as [string, string][]).catch(() => []);
    const terms = (asked: Promise<{ id: string; slug: string; translations: object }[]>) =>
      asked
        .then((all) => all.map((term): [string, string] => [term.id, this.nameOfTerm(term)]))
        .catch(() => []);
    const found = await Promise.all([
      terms(this.taxonomy.fetchRegions()),
      terms(this.taxonomy.fetchCategories()),
      ...speakerIds.map((id) => named(id, this.speakers.fetch(id).then(fullName))),
      ...seriesIds.map((id) =>
        named(
          id,
          this.series
            .fetch(id)
            .then(({ slug, translations }) => inLanguage(translations, this.language)?.title ?? slug),
        ),
      ),
    ]);
    return new Map(found.flat());
  }

  private nameOfTerm({ slug, translations }: { slug: string; translations: object }): string {
    return inLanguage<{ name: string }>(translations, this.language)?.name ?? slug;
  }
}
