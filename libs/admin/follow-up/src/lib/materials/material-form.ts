import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { FieldRow, fileSize, LanguageChoice, WritingLanguages } from '@reihe/admin-ui';
import { LANGUAGES, type Language, type MaterialKind, type Translations } from '@reihe/shared-contracts';
import {
  MATERIAL_AUDIENCES,
  MATERIAL_FILE_TYPES,
  MATERIAL_KINDS,
  MATERIAL_LIMITS,
  type Material,
  type MaterialAudience,
} from '@reihe/shared-registration';
import { FollowUpClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, type Failure } from '@reihe/web-platform';
import { ErrorSummary, fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { audienceWords, kindWords } from './material-words';

/** How a new one comes in; of one that is there it stays as it is. */
type Source = 'link' | 'file';

interface MaterialModel {
  kind: MaterialKind;
  audience: MaterialAudience;
  titles: Record<Language, string>;
  url: string;
}

/** One material, new or as it is stored. What is typed stays until it is stored. */
@Component({
  selector: 'reihe-material-form',
  providers: [WritingLanguages],
  imports: [ErrorSummary, FieldRow, FormField, LanguageChoice],
  templateUrl: './material-form.html',
  styles: `
    form {
      display: grid;
      gap: var(--space-s);
      padding: var(--space-s);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      margin: 0;
      padding: 0;
      border: 0;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    input[type='file'] {
      max-inline-size: 100%;
    }
  `,
})
export class MaterialForm {
  readonly sessionId = input.required<string>();
  /** null: a new one. */
  readonly material = input<Material | null>(null);
  /** All of the session's, as they are now. */
  readonly stored = output<Material[]>();
  readonly dismissed = output();

  private readonly client = inject(FollowUpClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly picker = viewChild<ElementRef<HTMLInputElement>>('picker');

  protected readonly kinds = MATERIAL_KINDS.map((value) => ({ value, words: kindWords(value) }));
  protected readonly audiences = MATERIAL_AUDIENCES.map((value) => ({ value, words: audienceWords(value) }));
  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => this.model().titles[language].trim() !== '';
  protected readonly accepted = Object.keys(MATERIAL_FILE_TYPES)
    .map((ending) => `.${ending}`)
    .join(',');
  protected readonly fileHint = $localize`:@@follow-up.material.file-hint:PDF, PPTX, DOCX, XLSX, ODP, ODT, ODS, ZIP or MP4, at most ${fileSize(MATERIAL_LIMITS.bytes, this.language)}:size:. Longer recordings are better linked.`;
  protected readonly heading = $localize`:@@follow-up.material.not-stored:This is not stored yet`;

  protected readonly source = signal<Source>('link');
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly errors = signal<readonly { controlId: string; words: string }[]>([]);
  private readonly model = linkedSignal<MaterialModel>(() => modelOf(this.material()));
  protected readonly fields = form(this.model);
  protected readonly hasUrl = computed(() => {
    const material = this.material();
    return material ? material.url !== null : this.source() === 'link';
  });

  protected readonly formName = computed(() =>
    this.material()
      ? $localize`:@@follow-up.material.change-form:Change a material`
      : $localize`:@@follow-up.material.new-form:New material`,
  );

  protected titleLabel(language: Language): string {
    return $localize`:@@follow-up.material.title:Title (${this.formats.languageName(language)}:language:)`;
  }

  /** A file's name is a title to begin with. */
  protected named(): void {
    const file = this.file();
    if (!file || this.model().titles[this.language] !== '') return;
    const title = file.name.replace(/\.\w+$/, '').replaceAll('_', ' ');
    this.model.update((model) => ({ ...model, titles: { ...model.titles, [this.language]: title } }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.notice.set('');
    this.errors.set([]);
    const missing = this.missing();
    if (missing.length > 0) {
      this.errors.set(missing);
      return;
    }
    this.isSending.set(true);
    try {
      this.stored.emit(await this.send());
    } catch (error) {
      this.tell(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private send(): Promise<Material[]> {
    const { kind, audience, titles, url } = this.model();
    const written = writtenTitles(titles);
    const material = this.material();
    if (material) {
      const { version } = material;
      const address = material.url === null ? null : url.trim();
      return this.client.saveMaterial(material.id, {
        version,
        kind,
        audience,
        titles: written,
        url: address,
      });
    }
    const file = this.source() === 'file' ? this.file() : null;
    if (!file)
      return this.client.addLink(this.sessionId(), { kind, audience, titles: written, url: url.trim() });
    const [language = this.language, title = ''] =
      (Object.entries(written) as [Language, string][]).find(([one]) => one === this.language) ??
      (Object.entries(written) as [Language, string][])[0] ??
      [];
    return this.withOtherTitles(
      this.client.addFile(this.sessionId(), { kind, audience, title, language }, file),
      written,
    );
  }

  /** The file comes with one title; the others are written to what it became. */
  private async withOtherTitles(
    adding: Promise<Material[]>,
    titles: Translations<string>,
  ): Promise<Material[]> {
    const materials = await adding;
    const added = materials.at(-1);
    if (!added || Object.keys(titles).length === 1) return materials;
    const { id, version, kind, audience } = added;
    return this.client.saveMaterial(id, { version, kind, audience, titles, url: null });
  }

  private missing(): { controlId: string; words: string }[] {
    const { titles, url } = this.model();
    const found = [];
    if (Object.keys(writtenTitles(titles)).length === 0)
      found.push({
        controlId: 'material-titles',
        words: $localize`:@@follow-up.material.no-title:Give it a title in at least one language.`,
      });
    if (this.hasUrl() && !/^https?:\/\/\S+$/.test(url.trim()))
      found.push({
        controlId: 'material-url',
        words: $localize`:@@follow-up.material.no-address:Give a whole address, beginning with https://.`,
      });
    const file = this.file();
    if (!this.material() && this.source() === 'file' && !file)
      found.push({
        controlId: 'material-file',
        words: $localize`:@@follow-up.material.no-file:Choose a file.`,
      });
    if (file && this.source() === 'file' && file.size > MATERIAL_LIMITS.bytes)
      found.push({
        controlId: 'material-file',
        words: $localize`:@@follow-up.material.too-large:This file is larger than ${fileSize(MATERIAL_LIMITS.bytes, this.language)}:size:.`,
      });
    return found;
  }

  private tell(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    this.errors.set(
      fields.map(({ path, code, limit }) => ({
        controlId: path.startsWith('titles') ? 'material-titles' : `material-${path}`,
        words: fieldErrorWords(code, limit),
      })),
    );
    this.notice.set(fields.length === 0 ? staffFailureWords(failure) : '');
  }

  private file(): File | null {
    return this.picker()?.nativeElement.files?.[0] ?? null;
  }
}

function modelOf(material: Material | null): MaterialModel {
  const titles = Object.fromEntries(
    LANGUAGES.map((language) => [language, material?.titles[language] ?? '']),
  );
  return {
    kind: material?.kind ?? 'slides',
    audience: material?.audience ?? 'registered',
    titles: titles as Record<Language, string>,
    url: material?.url ?? '',
  };
}

function writtenTitles(titles: Record<Language, string>): Translations<string> {
  const written = Object.entries(titles).filter(([, title]) => title.trim() !== '');
  return Object.fromEntries(written.map(([language, title]) => [language, title.trim()]));
}
