import { Component, computed, inject, input } from '@angular/core';
import { countryOptions, FilterSelect, SearchBox } from '@reihe/admin-ui';
import {
  LANGUAGES,
  REGISTRATION_LIFE,
  REGISTRATION_ORIGINS,
  type RegistrationState,
} from '@reihe/shared-contracts';
import type { DeskQuestion } from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { originWords, registrationStateWords } from '../registration-words';
import { DeskAddress } from './desk-address';

/** What the table shows: search and filters, kept in the URL. */
@Component({
  selector: 'reihe-desk-filters',
  imports: [FilterSelect, SearchBox],
  templateUrl: './desk-filters.html',
  styleUrl: './desk-filters.css',
})
export class DeskFilters {
  readonly questions = input.required<readonly DeskQuestion[]>();

  private readonly formats = inject(Formats);
  protected readonly address = inject(DeskAddress);

  protected readonly states = REGISTRATION_LIFE.map((value) => ({
    value,
    words: registrationStateWords(value),
  }));
  protected readonly chosenStates = computed(() => {
    const chosen = this.address.states();
    return chosen.length === 0
      ? $localize`:@@registration.page.every-state:Every state`
      : this.formats.list(chosen.map(registrationStateWords));
  });
  protected readonly countries = countryOptions().map(({ code, name }) => ({ value: code, words: name }));
  protected readonly languages = LANGUAGES.map((value) => ({
    value,
    words: this.formats.languageName(value),
  }));
  protected readonly origins = REGISTRATION_ORIGINS.map((value) => ({ value, words: originWords(value) }));
  protected readonly yesNo = [
    { value: 'yes', words: $localize`:@@registration.filter.yes:Yes` },
    { value: 'no', words: $localize`:@@registration.filter.no:No` },
  ];
  /** Only answers out of few can be filtered by. */
  protected readonly choices = computed(() =>
    this.questions()
      .filter(({ kind }) => kind === 'choice' || kind === 'many' || kind === 'consent')
      .map(({ id, label }) => ({ value: id, words: label })),
  );
  protected readonly answers = computed(() => {
    const question = this.questions().find(({ id }) => id === this.address.filter('question'));
    if (question?.kind === 'consent') return [{ value: 'true', words: $localize`:@@registration.yes:yes` }];
    return (question?.options ?? []).map(({ id, label }) => ({ value: id, words: label }));
  });

  protected toggleState(state: RegistrationState): void {
    const chosen = this.address.states();
    const next = REGISTRATION_LIFE.filter((one) => (one === state) !== chosen.includes(one));
    this.address.narrow({ states: next.join(',') });
  }

  protected chooseQuestion(question: string): void {
    this.address.narrow({ question, answer: '' });
  }
}
