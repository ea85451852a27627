import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  signal,
  type OnInit,
} from '@angular/core';
import { countries } from '@reihe/portal-by-link';
import {
  LANGUAGES,
  speakerTextRules,
  type Language,
  type SaveProfile,
  type SpeakerProfile,
  type SpeakerText,
} from '@reihe/shared-contracts';
import { failureOf, Formats, LANGUAGE, type Failure, type SubmittedForm } from '@reihe/web-platform';
import { ErrorSummary, Field, FieldControl } from '@reihe/web-forms';
import { FormFailure } from './form-failure';
import { MyInvitationsClient } from './my-invitations-client';

const TEXTS = Object.keys(speakerTextRules) as (keyof SpeakerText)[];
/** The controls are named like their fields in the body. */
const PATHS = [
  'title',
  'name',
  'city',
  'country',
  ...LANGUAGES.flatMap((language) => TEXTS.map((text) => `translations.${language}.${text}`)),
];

/**
 * A speaker's own profile. The controls hold what is typed and nothing writes to them: what somebody typed before the scripts came,
 * or before an error, is still there.
 */
@Component({
  selector: 'reihe-profile-form',
  imports: [ErrorSummary, Field, FieldControl, NgTemplateOutlet],
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
  /** Reads the profile anew, after it was saved or where somebody else changed it. False: it could not be read. */
  readonly refresh = input.required<(done: 'profile' | null) => Promise<boolean>>();

  private readonly client = inject(MyInvitationsClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly injector = inject(Injector);
  protected readonly countries = countries(this.formats, this.language);
  protected readonly own = this.language;
  protected readonly others = LANGUAGES.filter((one) => one !== this.language);
  protected readonly fields = TEXTS;
  protected readonly isSending = signal(false);
  protected readonly failure = new FormFailure(
    (path) => (PATHS.includes(path) ? idOf(path) : null),
    (path) => this.label(path),
  );
  protected readonly summaryHeading = $localize`:@@speakers.profile.not-saved:Your profile is not saved yet`;
  protected readonly emailLabel = $localize`:@@speakers.profile.email:E-mail address`;
  protected readonly emailHint = $localize`:@@speakers.profile.email-hint:Your link was sent there, so it stays. Write to the organisers to change it.`;
  protected readonly titleHint = $localize`:@@speakers.profile.title-hint:As it stands before your name, e.g. “Dr.”`;
  private readonly isSaved = signal(false);
  /** What a control begins with: what came back from the server, until that is saved, else what is stored. */
  protected readonly valueOf = computed(() => {
    const values = this.isSaved() ? undefined : this.submitted()?.values;
    const profile = this.profile();
    return (path: string) => {
      const value = values?.[path];
      return value === undefined ? storedIn(profile, path) : ([value].flat()[0] ?? '');
    };
  });

  ngOnInit(): void {
    const submitted = this.submitted();
    if (submitted) this.tell({ kind: 'problem', problem: submitted.problem }, this.valueOf());
  }

  protected readonly idOf = idOf;

  /** Other languages than the reader's are folded away until something stands in them, or something there is wrong. */
  protected isOpen(language: Language): boolean {
    const paths = TEXTS.map((field) => `translations.${language}.${field}`);
    return paths.some((path) => this.valueOf()(path) !== '' || this.failure.wordsFor(path));
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
    const form = event.target as HTMLFormElement;
    try {
      await this.client.saveProfile(this.bodyOf(new FormData(form)));
      this.isSaved.set(true);
      // The controls hold what is typed until they are told that it is stored.
      if (await this.refresh()('profile')) afterNextRender(() => form.reset(), { injector: this.injector });
    } catch (error) {
      const failure = failureOf(error);
      this.failure.tell(failure);
      if (isOutdated(failure) && (await this.refresh()(null)))
        afterNextRender(() => this.tell(failure, typedIn(new FormData(form))), { injector: this.injector });
    } finally {
      this.isSending.set(false);
    }
  }

  /** What somebody else changed meanwhile stands beside why it was refused: the next try would put something else in its place. */
  private tell(failure: Failure, typed: (path: string) => string): void {
    this.failure.tell(failure);
    if (!isOutdated(failure)) return;
    const profile = this.profile();
    this.failure.summary.set(
      PATHS.filter((path) => plain(typed(path)) !== plain(storedIn(profile, path))).map((path) => ({
        controlId: idOf(path),
        words: this.storedWords(path, storedIn(profile, path)),
      })),
    );
  }

  private storedWords(path: string, value: string): string {
    const label = this.label(path);
    if (!value) return $localize`:@@speakers.profile.stored-nothing:${label}:label:: nothing is stored now`;
    const words = path === 'country' ? this.formats.countryName(value) : value;
    return $localize`:@@speakers.profile.stored:${label}:label:: stored is now “${words}:value:”`;
  }

  private bodyOf(data: FormData): SaveProfile {
    const text = typedIn(data);
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
}

function isOutdated(failure: Failure): boolean {
  return failure.kind === 'problem' && failure.problem.code === 'version.outdated';
}

function storedIn(profile: SpeakerProfile, path: string): string {
  const [field, language, text] = path.split('.');
  if (text) return profile.translations[language as Language]?.[text as keyof SpeakerText] ?? '';
  return profile[field as 'title' | 'name' | 'city' | 'country'] ?? '';
}

function typedIn(data: FormData): (name: string) => string {
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** Posts write line ends their own way, and nobody means the spaces at the end. */
function plain(value: string): string {
  return value.replaceAll('\r\n', '\n').trim();
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
