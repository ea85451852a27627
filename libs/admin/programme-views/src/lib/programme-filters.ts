import { Component, computed, inject } from '@angular/core';
import { categoryOptions, lastAnswer, regionOptions, SearchBox } from '@reihe/admin-ui';
import { sessionStateWords } from '@reihe/admin-session-form';
import { SESSION_KINDS, SESSION_NEEDS, SESSION_STATES, type SessionNeed } from '@reihe/shared-contracts';
import { SeriesClient, TaxonomyClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE, sessionKindWords } from '@reihe/web-platform';
import { ProgrammeAddress } from './programme-address';

/** Languages in which exchanges are held or interpreted most; the one in the address is offered too. */
const WORKING_LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'pt', 'ru', 'uk', 'zh'];

/** What the three views show: search and filters, kept in the URL. */
@Component({
  selector: 'reihe-programme-filters',
  imports: [SearchBox],
  templateUrl: './programme-filters.html',
  styleUrl: './programme-filters.css',
})
export class ProgrammeFilters {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly address = inject(ProgrammeAddress);

  private readonly series = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  private readonly allRegions = lastAnswer(inject(TaxonomyClient).regions());
  private readonly allCategories = lastAnswer(inject(TaxonomyClient).categories());

  protected readonly seriesOptions = computed(() => this.series()?.items ?? []);
  protected readonly regions = computed(() =>
    regionOptions(this.allRegions() ?? [], this.language).map(({ id, name, level = 0 }) => ({
      id,
      name: '\u00a0\u00a0'.repeat(level) + name,
    })),
  );
  protected readonly categories = computed(() => categoryOptions(this.allCategories() ?? [], this.language));
  protected readonly states = SESSION_STATES.map((value) => ({ value, words: sessionStateWords(value) }));
  protected readonly kinds = SESSION_KINDS.map((value) => ({ value, words: sessionKindWords(value) }));
  protected readonly needs = SESSION_NEEDS.map((value) => ({ value, words: needWords(value) }));
  protected readonly languages = computed(() => {
    const chosen = this.address.filter('language');
    const tags = [...new Set([...WORKING_LANGUAGES, ...(chosen ? [chosen] : [])])];
    return tags
      .map((tag) => ({ tag, name: this.formats.languageName(tag) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

function needWords(need: SessionNeed): string {
  switch (need) {
    case 'anything':
      return $localize`:@@planning.needs.anything:Something to mend`;
    case 'link':
      return $localize`:@@planning.needs.link:Without a meeting link`;
    case 'moderator':
      return $localize`:@@planning.needs.moderator:Without a moderator`;
    case 'recap':
      return $localize`:@@planning.needs.recap:Held without a recap`;
  }
}
