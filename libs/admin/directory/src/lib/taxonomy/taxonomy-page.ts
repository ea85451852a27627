import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Category, Region } from '@reihe/shared-contracts';
import {
  AnswerStates,
  Ask,
  categoryOptions,
  lastAnswer,
  regionOptions,
  type UnsavedWork,
  warnBeforeUnload,
} from '@reihe/admin-ui';
import { StaffAccess, TaxonomyClient } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { Chip, EmptyState } from '@reihe/web-ui';
import { TermEditor, type TermStore } from './term-editor';

/** Regions or categories: the whole list in its order, one of them open for editing. */
@Component({
  selector: 'reihe-taxonomy-page',
  imports: [AnswerStates, Chip, EmptyState, TermEditor],
  template: `
    <header class="page-head">
      <h1 tabindex="-1">
        @if (isRegions()) {
          <ng-container i18n="@@programme.taxonomy.regions">Regions</ng-container>
        } @else {
          <ng-container i18n="@@programme.taxonomy.categories">Categories</ng-container>
        }
      </h1>
      @if (mayWrite()) {
        <div class="page-actions">
          <button type="button" class="button" (click)="open(null)">
            @if (isRegions()) {
              <ng-container i18n="@@programme.taxonomy.new-region">New region</ng-container>
            } @else {
              <ng-container i18n="@@programme.taxonomy.new-category">New category</ng-container>
            }
          </button>
        </div>
      }
    </header>
    @if (opened(); as one) {
      <reihe-term-editor
        [term]="one.term"
        [isRegion]="isRegions()"
        [mayWrite]="mayWrite()"
        [parents]="parents()"
        [store]="store()"
        (saved)="refresh()"
        (closed)="close()"
      />
    }
    <reihe-answer-states [answer]="resource()" [hasAnswer]="terms() !== undefined">
      <ol role="list" class="rows">
        @for (row of rows(); track row.term.id) {
          <li [style.--level]="row.level">
            <button type="button" class="link" (click)="open(row.term)">{{ row.name }}</button>
            @if (tintOf(row.term); as tint) {
              <reihe-chip [tint]="tint">{{ row.term.slug }}</reihe-chip>
            } @else {
              <span class="small">{{ row.term.slug }}</span>
            }
            @if (mayWrite()) {
              <button type="button" class="button quiet" (click)="remove(row.term, row.name)">
                <ng-container i18n="@@programme.taxonomy.remove">Remove</ng-container>
                <span class="visually-hidden">{{ row.name }}</span>
              </button>
            }
          </li>
        } @empty {
          <li>
            <reihe-empty-state
              i18n-heading="@@programme.taxonomy.none"
              heading="Nothing here yet"
              i18n-text="@@programme.taxonomy.none-text"
              text="Sessions and recaps are found by these terms. A handful is enough."
            />
          </li>
        }
      </ol>
    </reihe-answer-states>
  `,
  styles: `
    .rows {
      margin: 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-xs);
      align-items: center;
      padding: var(--space-3xs) 0;
      padding-inline-start: calc(var(--level, 0) * 1.5rem);
      border-block-end: 1px solid var(--line);
    }
    li .button {
      margin-inline-start: auto;
    }
    reihe-empty-state {
      flex: 1;
    }
  `,
})
export class TaxonomyPage implements UnsavedWork {
  /** From the route's data: which of the two lists this is. */
  readonly isRegions = input(false);

  private readonly taxonomy = inject(TaxonomyClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly language = inject(LANGUAGE);
  private readonly editor = viewChild(TermEditor);

  private readonly regions = this.taxonomy.regions();
  private readonly categories = this.taxonomy.categories();
  private readonly lastRegions = lastAnswer(this.regions);
  private readonly lastCategories = lastAnswer(this.categories);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly resource = computed(() => (this.isRegions() ? this.regions : this.categories));
  protected readonly terms = computed<(Category | Region)[] | undefined>(() =>
    this.isRegions() ? this.lastRegions() : this.lastCategories(),
  );
  /** A term, or a new one (null); nothing while the editor is closed. */
  protected readonly opened = signal<{ term: Category | Region | null } | null>(null);
  private readonly options = computed(() =>
    this.isRegions()
      ? regionOptions(this.lastRegions() ?? [], this.language)
      : categoryOptions(this.lastCategories() ?? [], this.language),
  );
  protected readonly rows = computed(() =>
    this.options().flatMap(({ id, name, level }) => {
      const term = this.terms()?.find((one) => one.id === id);
      return term ? [{ term, name, level: level ?? 0 }] : [];
    }),
  );
  protected readonly parents = computed(() =>
    this.options().filter(({ id }) => id !== this.opened()?.term?.id),
  );

  protected readonly store = computed<TermStore>(() =>
    this.isRegions()
      ? {
          send: (id, body) =>
            id === null ? this.taxonomy.createRegion(body) : this.taxonomy.saveRegion(id, body),
          fetch: (id) => this.taxonomy.fetchRegion(id),
        }
      : {
          send: (id, { version, slug, position, translations }) => {
            const body = { version, slug, position, translations };
            return id === null ? this.taxonomy.createCategory(body) : this.taxonomy.saveCategory(id, body);
          },
          fetch: (id) => this.taxonomy.fetchCategory(id),
        },
  );

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
  }

  hasUnsavedWork(): boolean {
    return this.editor()?.isDirty() ?? false;
  }

  protected tintOf(term: Category | Region) {
    return 'tint' in term ? term.tint : null;
  }

  protected async open(term: Category | Region | null): Promise<void> {
    if (await this.mayDropChanges()) {
      // Closed first, so that a new term starts with an empty editor.
      this.opened.set(null);
      queueMicrotask(() => {
        this.opened.set({ term });
      });
    }
  }

  protected async close(): Promise<void> {
    if (await this.mayDropChanges()) this.opened.set(null);
  }

  protected refresh(): void {
    this.resource().reload();
  }

  protected async remove(term: Category | Region, name: string): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@programme.remove-term.title:Remove “${name}:name:”?`,
      text: $localize`:@@programme.remove-term.text:This only works while no session, series or recap uses it.`,
      action: $localize`:@@programme.remove-speaker.action:Remove`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      if (this.isRegions()) await this.taxonomy.removeRegion(term.id);
      else await this.taxonomy.removeCategory(term.id);
      if (this.opened()?.term?.id === term.id) this.opened.set(null);
      this.refresh();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private mayDropChanges(): Promise<boolean> {
    if (!this.hasUnsavedWork()) return Promise.resolve(true);
    return this.ask.confirm({
      title: $localize`:@@programme.drop-term.title:Drop what you changed?`,
      text: $localize`:@@programme.drop-term.text:The open entry is not saved yet.`,
      action: $localize`:@@programme.drop-term.action:Drop my changes`,
      isDestructive: true,
    });
  }
}
