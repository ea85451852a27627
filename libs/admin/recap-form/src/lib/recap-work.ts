import { computed, effect, inject, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Editing, EditorPresence, KeptWork, type EditingDesk } from '@reihe/admin-editing';
import { warnBeforeUnload, type UnsavedWork } from '@reihe/admin-ui';
import type { Me, Permission } from '@reihe/shared-contracts';
import type { Recap, SaveRecap } from '@reihe/shared-editorial';
import { canEditRecap } from '@reihe/shared-recap-policies';
import { RecapFieldWords } from './recap-field-words';
import { emptyRecap, recapForm, recapSchema, saveRecap, type RecapForm } from './recap-form';
import { BY_BLOCKS } from './recap-merge';

/** What the page around knows, and whom it asks. */
export interface RecapWorkOptions {
  id: () => string;
  /** The recap as it was read. */
  loaded: { hasValue: () => boolean; value: () => Recap | undefined };
  recaps: {
    save: (id: string, recap: SaveRecap) => Promise<Recap>;
    fetch: (id: string) => Promise<Recap>;
  };
  desk: EditingDesk;
  access: { may: (permission: Permission) => boolean; me: () => Pick<Me, 'id'> | null };
  /** Puts into the form what is written and follows only after a pause. */
  takeDown: () => void;
}

/**
 * One recap under one form, on whichever page it is written: saved, kept meanwhile, merged with what others write. To be made where the
 * component is made, which provides `RecapFieldWords`.
 */
export class RecapWork implements UnsavedWork {
  private readonly fields = inject(RecapFieldWords);

  readonly model = signal<RecapForm>(emptyRecap());
  readonly form = form(this.model, (path) => {
    recapSchema(path, () => this.mayWrite());
  });
  readonly editing: Editing<Recap, RecapForm>;
  readonly mayWrite = computed(
    () => this.page.access.may('recaps.write') && canEditRecap(this.editing.resource()?.state ?? 'draft'),
  );
  readonly presence: EditorPresence;
  /** What is typed goes to the server by itself, one request after the other, and into this browser while that cannot be reached. */
  readonly kept: KeptWork;
  readonly seriesId = computed(() => this.editing.resource()?.seriesId ?? null);

  constructor(private readonly page: RecapWorkOptions) {
    const { id, loaded, recaps, desk, access, takeDown } = page;
    this.editing = new Editing<Recap, RecapForm>({
      model: this.model,
      form: this.form,
      toForm: recapForm,
      send: (typed, version) => recaps.save(id(), saveRecap(typed, this.seriesId() ?? '', version)),
      fetch: () => recaps.fetch(id()),
      takeDown,
      describe: (forms) => Promise.resolve(this.fields.describe(forms)),
      savedBy: async () => (await this.presence.beat())?.lastSave?.by ?? null,
      comparable: BY_BLOCKS,
    });
    const written = () => (this.mayWrite() ? this.editing.resource() : null);
    this.presence = new EditorPresence({ desk, subject: 'recap', subjectId: () => written()?.id ?? null });
    this.kept = new KeptWork({
      desk,
      subject: 'recap',
      editing: this.editing,
      typed: this.model,
      id,
      account: () => (written() ? (access.me()?.id ?? null) : null),
    });
    warnBeforeUnload(() => this.hasUnsavedWork() && !this.kept.keepHere());
    effect(() => {
      const recap = loaded.hasValue() ? loaded.value() : undefined;
      if (recap)
        untracked(() => {
          this.editing.open(recap);
        });
    });
  }

  hasUnsavedWork(): boolean {
    this.page.takeDown();
    return this.editing.isDirty() && this.mayWrite();
  }

  keepUnsavedWork(): Promise<boolean> {
    this.page.takeDown();
    return this.kept.keepNow();
  }

  /** The saved recap; null: it could not be saved, which the page says. */
  save(): Promise<Recap | null> {
    this.page.takeDown();
    return this.editing.save();
  }
}
