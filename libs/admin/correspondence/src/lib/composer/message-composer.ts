import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import {
  Ask,
  countryOptions,
  inEveryLanguage,
  isBlank,
  LanguageChoice,
  LanguageColumn,
  Moments,
  TermChoice,
  warnBeforeUnload,
  WritingLanguages,
  written,
} from '@reihe/admin-ui';
import { LANGUAGES, REGISTRATION_LIFE, type Language, type RegistrationState } from '@reihe/shared-contracts';
import { messageGaps, selectedStates, type MessageGap } from '@reihe/shared-form-policies';
import {
  MESSAGE_KINDS,
  messageTextRules,
  type Message,
  type MessageKind,
  type MessageSelection,
  type MessageText,
} from '@reihe/shared-registration';
import { MessagesClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { chosenStateWords, kindWords } from '../message-words';
import { LetterFields } from './letter-fields';
import { MessagePreviewPane } from './message-preview-pane';

/** What is typed is saved as soon as one rests for so long. */
const SAVE_AFTER_MS = 1_200;

/** A message as it is written: whom it is for, of which kind, what it says in which language, and how that will look. */
@Component({
  selector: 'reihe-message-composer',
  providers: [WritingLanguages],
  imports: [LanguageChoice, LanguageColumn, LetterFields, MessagePreviewPane, TermChoice],
  templateUrl: './message-composer.html',
  styleUrl: './message-composer.css',
})
export class MessageComposer {
  readonly message = input.required<Message>();
  readonly listPath = input.required<readonly string[]>();
  readonly sent = output<Message>();

  private readonly messages = inject(MessagesClient);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);

  /** As the server has it. */
  protected readonly kept = linkedSignal(() => this.message());
  protected readonly kind = linkedSignal<MessageKind>(() => this.message().kind);
  protected readonly selection = linkedSignal<MessageSelection>(() => this.message().selection);
  protected readonly texts = linkedSignal(() =>
    inEveryLanguage(this.message().texts, { subject: '', body: '' }),
  );
  protected readonly savedAt = signal<Date | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly isSending = signal(false);
  /** Why it could not be saved; empty while nothing is wrong. */
  protected readonly notSaved = signal('');
  /** The save that runs, so that the next waits for it. */
  private running: Promise<unknown> = Promise.resolve();

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.texts()[language]);
  /** Somebody reads it: there is a reason to write in it. */
  protected readonly isReadOrWritten = (language: Language) =>
    this.isWritten(language) || (this.audience()?.languages ?? []).some((one) => one.language === language);
  protected readonly kinds = MESSAGE_KINDS;
  protected readonly kindWords = kindWords;
  protected readonly rules = messageTextRules;
  protected readonly stateOptions = REGISTRATION_LIFE.filter(
    (state) => selectedStates({ states: [state] }).length > 0,
  ).map((state) => ({ id: state, name: chosenStateWords(state) }));
  protected readonly languageOptions = LANGUAGES.map((language) => ({
    id: language,
    name: this.formats.languageName(language),
  }));
  protected readonly countryOptions = countryOptions().map(({ code, name }) => ({ id: code, name }));
  protected readonly chosenStates = computed(() => selectedStates(this.selection()));

  private readonly draft = computed(() => ({
    kind: this.kind(),
    selection: this.selection(),
    texts: written<MessageText>(this.texts()),
  }));
  protected readonly typed = computed(() => ({ kind: this.kind(), texts: this.draft().texts }));
  private readonly isDirty = computed(() => comparable(this.draft()) !== comparable(this.kept()));
  protected readonly audience = computed(() => this.kept().audience);
  protected readonly gaps = computed(() =>
    messageGaps(
      this.draft().texts,
      (this.audience()?.languages ?? []).map(({ language }) => language),
      this.kept().defaultLanguage,
    ),
  );
  protected readonly canSend = computed(
    () => this.gaps().length === 0 && (this.audience()?.people ?? 0) > 0 && !this.isSending(),
  );
  /** Read in the default language, for want of their own. */
  protected readonly fallenBack = computed(() =>
    (this.audience()?.languages ?? []).filter(
      ({ language }) => language !== this.kept().defaultLanguage && !this.draft().texts[language],
    ),
  );

  constructor() {
    warnBeforeUnload(() => this.isDirty());
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      this.draft();
      clearTimeout(timer);
      if (this.isDirty() && untracked(this.notSaved) === '')
        timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
    });
  }

  hasUnsavedWork(): boolean {
    return this.isDirty();
  }

  /** True once everything typed is kept. One save at a time: each builds on the version of the one before. */
  save(): Promise<boolean> {
    const next = this.running.then(() => this.saveNow());
    this.running = next;
    return next;
  }

  protected saidIn(language: Language, text: MessageText): void {
    this.texts.update((texts) => ({ ...texts, [language]: text }));
  }

  protected choose(change: Partial<MessageSelection>): void {
    this.selection.update((selection) => ({ ...selection, ...change }));
  }

  protected chooseStates(states: readonly string[]): void {
    this.choose({ states: REGISTRATION_LIFE.filter((state) => states.includes(state)) });
  }

  protected chooseLanguages(languages: readonly string[]): void {
    this.choose({ languages: LANGUAGES.filter((language) => languages.includes(language)) });
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected stateName(state: RegistrationState): string {
    return chosenStateWords(state);
  }

  protected number(value: number): string {
    return this.formats.number(value);
  }

  protected gapWords({ language, kind, typed }: MessageGap): string {
    const name = this.formats.languageName(language);
    switch (kind) {
      case 'unread':
        return $localize`:@@correspondence.gap.unread:Somebody reads ${name}:language:, and there is no text for them: neither in it nor in the default language.`;
      case 'half-written':
        return $localize`:@@correspondence.gap.half:The text in ${name}:language: needs a subject and a body.`;
      case 'placeholder':
        return $localize`:@@correspondence.gap.placeholder:In ${name}:language: this is no placeholder: ${typed.join(', ')}:typed:`;
    }
  }

  protected async saveAgain(): Promise<void> {
    this.notSaved.set('');
    await this.save();
  }

  protected async sendTest(language: Language): Promise<void> {
    try {
      await this.messages.sendTest(this.kept().id, { ...this.typed(), language });
      this.snackBar.open($localize`:@@correspondence.test.sent:A test mail is on its way to you.`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  protected async send(): Promise<void> {
    if (!this.canSend() || !(await this.save())) return;
    const people = this.audience()?.people ?? 0;
    const isSure = await this.ask.confirm({
      title: $localize`:@@correspondence.send.title:Send this message now?`,
      text: $localize`:@@correspondence.send.text:It goes to ${this.number(people)}:people: people, each in their language. Who cancels before their turn gets none. You can pause it while it goes.`,
      action: $localize`:@@correspondence.send.action:Send it`,
    });
    if (!isSure) return;
    this.isSending.set(true);
    try {
      this.sent.emit(await this.messages.send(this.kept().id, this.kept().version));
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }

  protected async discard(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@correspondence.discard.title:Discard this draft?`,
      text: $localize`:@@correspondence.discard.text:What is written here is gone then; nobody has got it.`,
      action: $localize`:@@correspondence.discard.action:Discard the draft`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.messages.discard(this.kept().id);
      this.texts.set(inEveryLanguage(this.kept().texts, { subject: '', body: '' }));
      this.kind.set(this.kept().kind);
      this.selection.set(this.kept().selection);
      await this.router.navigate([...this.listPath()]);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private async saveNow(): Promise<boolean> {
    if (!this.isDirty()) return true;
    this.isSaving.set(true);
    try {
      const { id, version } = this.kept();
      this.kept.set(await this.messages.save(id, { version, ...this.draft() }));
      this.savedAt.set(new Date());
      this.notSaved.set('');
      return true;
    } catch (error) {
      this.notSaved.set(staffFailureWords(failureOf(error)));
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }
}

/** Whatever the order in which fields come back from where they are kept. */
function comparable({ kind, selection, texts }: Pick<Message, 'kind' | 'selection' | 'texts'>): string {
  const { registrationIds, states, countries, languages } = selection;
  const said = LANGUAGES.map((language) => {
    const { subject = '', body = '' } = texts[language] ?? {};
    return [subject.trim(), body.trim()];
  });
  return JSON.stringify([kind, registrationIds, states, countries, languages, said]);
}
