import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  CdkDrag,
  CdkDragHandle,
  CdkDropList,
  moveItemInArray,
  type CdkDragDrop,
} from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { AnswerStates, Ask, fileSize, inLanguage } from '@reihe/admin-ui';
import { API_BASE } from '@reihe/shared-contracts';
import { followUpApiPaths, type Material } from '@reihe/shared-registration';
import { FollowUpClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';
import { MaterialForm } from './material-form';
import { audienceWords, kindWords } from './material-words';

/** What a session hands out, in the order in which people see it: moved by dragging, by buttons, or with Alt and the arrow keys. */
@Component({
  selector: 'reihe-materials-panel',
  imports: [AnswerStates, CdkDrag, CdkDragHandle, CdkDropList, EmptyState, MaterialForm],
  templateUrl: './materials-panel.html',
  styleUrl: './materials-panel.css',
})
export class MaterialsPanel {
  readonly sessionId = input.required<string>();

  private readonly client = inject(FollowUpClient);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = inject(LANGUAGE);

  protected readonly answer = this.client.materials(() => this.sessionId());
  protected readonly materials = linkedSignal<Material[] | null>(() =>
    this.answer.hasValue() ? this.answer.value() : null,
  );
  private readonly access = inject(StaffAccess);
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  /** Id of the one that is being changed, or `new`. */
  protected readonly opened = signal<string | null>(null);
  protected readonly none = $localize`:@@follow-up.materials.none:Nothing is handed out yet`;

  protected titleOf({ titles }: Material): string {
    return inLanguage(titles, this.language) ?? '';
  }

  protected about({ kind, file, url, audience }: Material): string {
    const source = file ? `${file.type.toUpperCase()}, ${fileSize(file.byteSize, this.language)}` : url;
    return [kindWords(kind), source, audienceWords(audience)].filter(Boolean).join(' · ');
  }

  /** null: registered people have addresses of their own, staff have the file itself. */
  protected addressOf({ id, url, audience }: Material): string | null {
    return url ?? (audience === 'public' ? API_BASE + followUpApiPaths.materialFile(id) : null);
  }

  protected show(materials: Material[]): void {
    const before = this.opened();
    this.materials.set(materials);
    this.opened.set(null);
    const id = before === 'new' ? materials.at(-1)?.id : before;
    this.focus(id ? `[data-material="${id}"] [data-change]` : '[data-add]');
  }

  protected close(): void {
    const before = this.opened();
    this.opened.set(null);
    this.focus(before === 'new' ? '[data-add]' : `[data-material="${before ?? ''}"] [data-change]`);
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): Promise<void> {
    return this.move(previousIndex, currentIndex);
  }

  protected moveByKey(event: Event, from: number, by: 1 | -1): void {
    if (!this.mayWrite() || this.opened()) return;
    event.preventDefault();
    void this.move(from, from + by, by < 0 ? 'up' : 'down');
  }

  protected async move(from: number, to: number, button?: 'up' | 'down'): Promise<void> {
    const before = this.materials() ?? [];
    const moved = before[from];
    if (!moved || from === to || to < 0 || to >= before.length) return;
    const after = [...before];
    moveItemInArray(after, from, to);
    this.materials.set(after);
    const place = $localize`:@@follow-up.materials.moved:${this.titleOf(moved)}:title: is number ${to + 1}:place: now`;
    void this.announcer.announce(place);
    if (button)
      this.focus(
        `[data-material="${moved.id}"] [data-move="${button}"]:not(:disabled), [data-material="${moved.id}"] [data-move]:not(:disabled)`,
      );
    try {
      this.materials.set(
        await this.client.orderMaterials(
          this.sessionId(),
          after.map(({ id }) => id),
        ),
      );
    } catch (error) {
      this.materials.set(before);
      this.fail(error);
    }
  }

  protected async remove(material: Material): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@follow-up.materials.remove.title:Remove “${this.titleOf(material)}:title:”?`,
      text: material.file
        ? $localize`:@@follow-up.materials.remove.file:The file is deleted too. This cannot be undone.`
        : $localize`:@@follow-up.materials.remove.link:It is shown to nobody any more.`,
      action: $localize`:@@follow-up.materials.remove.action:Remove it`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.client.removeMaterial(material.id);
      this.materials.update((materials) => (materials ?? []).filter(({ id }) => id !== material.id));
      this.focus('[data-add]');
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.snackBar.open(staffFailureWords(failureOf(error)));
    this.answer.reload();
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
