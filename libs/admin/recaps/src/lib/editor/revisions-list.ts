import { Component, inject, input, output, signal } from '@angular/core';
import { MergeView, type DescribeField } from '@reihe/admin-editing';
import { BY_BLOCKS, revisionForm, type RecapForm } from '@reihe/admin-recap-form';
import { Moments } from '@reihe/admin-ui';
import type { Recap, RecapRevision, RecapRevisionContent } from '@reihe/shared-editorial';
import { documentChanges } from '@reihe/shared-policies';
import { RecapsClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf } from '@reihe/web-platform';
import { StateBadge } from '@reihe/web-ui';
import type { RecapChange } from './recap-actions';

/** What readers saw and see, the latest first; any of them can be taken into the editor again. */
@Component({
  selector: 'reihe-revisions-list',
  imports: [StateBadge],
  template: `
    <ol role="list" class="rows">
      @for (revision of recap().revisions; track revision.id) {
        <li>
          <span i18n="@@recap-desk.revision">Revision {{ revision.number }}</span>
          <span class="soft">
            {{ moments.when(revision.createdAt) }}
            @if (revision.createdBy) {
              · {{ revision.createdBy }}
            }
          </span>
          @if (revision.isCurrent) {
            <reihe-state-badge tone="go" i18n="@@recap-desk.revision.current"
              >Shown to readers</reihe-state-badge
            >
          }
          @if (revision.figures === 'frozen') {
            <span class="soft" i18n="@@recap-desk.revision.frozen">figures frozen</span>
          }
          <button type="button" class="link" (click)="showChanges(revision)">
            <ng-container i18n="@@recap-desk.revision.changes">What changed</ng-container>
            <span class="visually-hidden">{{ revision.number }}</span>
          </button>
          @if (mayRestore() && (!revision.isCurrent || recap().hasUnpublishedChanges)) {
            <button type="button" class="link" [disabled]="isBlocked()" (click)="restore(revision)">
              <ng-container i18n="@@recap-desk.restore.action">Restore</ng-container>
              <span class="visually-hidden">{{ revision.number }}</span>
            </button>
          }
          @if (
            mayPublish() &&
            recap().state === 'published' &&
            !revision.isCurrent &&
            revision.figures === 'frozen'
          ) {
            <button type="button" class="link" [disabled]="isBlocked()" (click)="showFigures(revision)">
              <ng-container i18n="@@recap-desk.revision.show-figures"
                >Show its figures to readers again</ng-container
              >
              <span class="visually-hidden">{{ revision.number }}</span>
            </button>
          }
        </li>
      }
    </ol>
    @if (failure()) {
      <p role="alert">{{ failure() }}</p>
    }
    @if (isBlocked() && mayRestore()) {
      <p class="small" i18n="@@recap-desk.save-first">Save first, then go on here.</p>
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-s);
      align-items: center;
    }
    .soft {
      color: var(--ink-soft);
    }
    p {
      margin: var(--space-2xs) 0 0;
    }
  `,
})
export class RevisionsList {
  readonly recap = input.required<Recap>();
  readonly mayRestore = input(false);
  readonly mayPublish = input(false);
  /** True while something is not saved: it would be replaced. */
  readonly isBlocked = input(false);
  /** Words for the fields of a recap. */
  readonly describe = input.required<(forms: readonly RecapForm[]) => Promise<DescribeField>>();
  readonly changed = output<RecapChange>();

  protected readonly failure = signal('');

  private readonly recaps = inject(RecapsClient);
  private readonly mergeView = inject(MergeView);
  protected readonly moments = inject(Moments);

  /** Against the revision before it; the first one against nothing. */
  protected async showChanges({ number }: RecapRevision): Promise<void> {
    const [earlier, later] = await this.read([number - 1, number]);
    if (!later) return;
    await this.compare(earlier ?? EMPTY, later, {
      title: $localize`:@@recap-desk.revision.title:What revision ${number}:number: changed`,
      text: $localize`:@@recap-desk.revision.text:Compared with what readers saw before.`,
      changesHeading: $localize`:@@recap-desk.revision.heading:Changes`,
      action: $localize`:@@recap-desk.figure.empty-action:Understood`,
    });
  }

  /** Shows first what would become of the working copy. */
  protected async restore({ number }: RecapRevision): Promise<void> {
    const [revision] = await this.read([number]);
    if (!revision) return;
    const isSure = await this.compare(this.recap(), revision, {
      title: $localize`:@@recap-desk.restore.title:Take revision ${number}:number: into the editor?`,
      text: $localize`:@@recap-desk.restore.text:The texts and pictures of now are replaced. Readers see it only after the next publishing.`,
      changesHeading: $localize`:@@recap-desk.restore.heading:What would change here`,
      action: $localize`:@@recap-desk.restore.action:Restore`,
    });
    if (isSure) this.changed.emit((version) => this.recaps.restoreRevision(this.recap().id, number, version));
  }

  /** The text stays: only the values are those of then. */
  protected showFigures({ number }: RecapRevision): void {
    this.changed.emit((version) =>
      this.recaps.showFigures(this.recap().id, {
        ...{ version, mode: 'frozen', ofRevision: number, note: {} },
      }),
    );
  }

  private async compare(before: Comparable, after: Comparable, words: CompareWords): Promise<boolean> {
    const forms = [before, after].map(revisionForm);
    const [one, other] = forms.map((form) => BY_BLOCKS.of(form));
    const describe = await this.describe()(forms);
    return this.mergeView.show(documentChanges(one, other), words, describe);
  }

  /** In their order; what is not there, or cannot be read, is left out, and the latter said. */
  private async read(numbers: readonly number[]): Promise<(RecapRevisionContent | undefined)[]> {
    try {
      return await Promise.all(
        numbers.map((number) =>
          number > 0 ? this.recaps.revision(this.recap().id, number) : Promise.resolve(undefined),
        ),
      );
    } catch (error) {
      this.failure.set(staffFailureWords(failureOf(error)));
      return [];
    }
  }
}

/** Without values of figures: those are what the records said, not what somebody wrote. */
type Comparable = Omit<RecapRevisionContent, 'number' | 'figureValues'>;
type CompareWords = Parameters<MergeView['show']>[1];

const EMPTY: Comparable = {
  ...{ sessionIds: [], categoryIds: [], regionIds: [], byline: '', leadMediaId: null, gallery: [] },
  translations: {},
};
