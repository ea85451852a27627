import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import {
  LANGUAGES,
  speakerTextRules,
  type Language,
  type SaveProfile,
  type SpeakerProfile,
  type SpeakerText,
} from '@reihe/shared-contracts';
import { MyInvitationsClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, type SubmittedForm } from '@reihe/web-platform';
import { ErrorSummary, Field, FieldControl } from '@reihe/web-ui';
import { countries } from '../register/countries';
import { FormFailure } from './form-failure';

const TEXTS = Object.keys(speakerTextRules) as (keyof SpeakerText)[];

/**
 * A speaker's own profile. The controls hold what is typed and nothing writes to them: what somebody typed before the scripts came,
 * or before an error, is still there.
 */
@Component({
  selector: 'reihe-profile-form',
  imports: [ErrorSummary, Field, FieldControl],
  templateUrl: './profile-form.html',
  styleUrl: './speaker-page.css',
})
export class ProfileForm implements OnInit {
  readonly token = input.required<string>();
  readonly profile = input.required<SpeakerProfile>();
  readonly email = input.required<string>();
  readonly action = input.required<string>();
  /** The form as it came back from the server; null where it did not. */
  readonly submitted = input<SubmittedForm | null>(null);
  readonly saved = output();
  /** Somebody else changed the profile: read anew before the next try. */
  readonly outdated = output();

  private readonly client = inject(MyInvitationsClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly countries = countries(this.formats, this.language);
  /** The reader's own first. */
  protected readonly languages = [this.language, ...LANGUAGES.filter((one) => one !== this.language)];
  protected readonly isSending = signal(false);
  protected readonly failure = new FormFailure(
    (path) => (this.isField(path) ? idOf(path) : null),
    (path) => this.label(path),
  );
  protected readonly summaryHeading = $localize`:@@speakers.profile.not-saved:Your profile is not saved yet`;
  protected readonly emailLabel = $localize`:@@speakers.profile.email:E-mail address`;
  protected readonly emailHint = $localize`:@@speakers.profile.email-hint:Your link was sent there, so it stays. Write to the organisers to change it.`;
  protected readonly titleHint = $localize`:@@speakers.profile.title-hint:As it stands before your name, e.g. “Dr.”`;
  protected readonly typed = computed(() => {
    const values = this.submitted()?.values;
    return (name: string, otherwise: string) => {
      const value = values?.[name];
      return value === undefined ? otherwise : ([value].flat()[0] ?? '');
    };
  });

  ngOnInit(): void {
    const submitted = this.submitted();
    if (submitted) this.failure.tell({ kind: 'problem', problem: submitted.problem });
  }

  protected readonly idOf = idOf;

  protected text(language: Language, field: keyof SpeakerText): string {
    const path = `translations.${language}.${field}`;
    return this.typed()(path, this.profile().translations[language]?.[field] ?? '');
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected label(path: string): string {
    const [first = '', language, text] = path.split('.');
    const words = labelWords(text ?? first);
    const named = LANGUAGES.find((one) => one === language);
    return named ? `${words} (${this.formats.languageName(named)})` : words;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.failure.forget();
    try {
      await this.client.saveProfile(this.bodyOf(new FormData(event.target as HTMLFormElement)));
      this.saved.emit();
    } catch (error) {
      const failure = failureOf(error);
      this.failure.tell(failure);
      if (failure.kind === 'problem' && failure.problem.code === 'version.outdated') this.outdated.emit();
    } finally {
      this.isSending.set(false);
    }
  }

  private bodyOf(data: FormData): SaveProfile {
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const texts = LANGUAGES.map((language) => {
      const entries = TEXTS.map((field) => [field, text(`translations.${language}.${field}`)] as const);
      return [language, Object.fromEntries(entries) as unknown as SpeakerText] as const;
    });
    return {
      token: this.token(),
      version: this.profile().version,
      title: text('title'),
      name: text('name'),
      city: text('city'),
      country: text('country') || null,
      translations: Object.fromEntries(
        texts.filter(([, one]) => Object.values(one).some((value: string) => value.trim() !== '')),
      ),
    };
  }

  private isField(path: string): boolean {
    return ['title', 'name', 'city', 'country'].includes(path) || /^translations\.\w+\.\w+$/.test(path);
  }
}

function idOf(path: string): string {
  return `profile-${path.replaceAll('.', '-')}`;
}

function labelWords(field: string): string {
  switch (field) {
    case 'title':
      return $localize`:@@speakers.profile.title:Title`;
    case 'name':
      return $localize`:@@speakers.profile.name:Name`;
    case 'city':
      return $localize`:@@speakers.profile.city:City`;
    case 'country':
      return $localize`:@@speakers.profile.country:Country`;
    case 'position':
      return $localize`:@@speakers.profile.position:Position`;
    case 'organisation':
      return $localize`:@@speakers.profile.organisation:Organisation`;
    default:
      return $localize`:@@speakers.profile.bio:About you`;
  }
}
