import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UploadQueue } from './upload-queue';
import { ACCEPTED_IMAGE_TYPES } from '@reihe/shared-contracts';

/** Takes images by button or dropped anywhere on the page, and tells of each how far it is. */
@Component({
  selector: 'reihe-upload-area',
  imports: [RouterLink],
  templateUrl: './upload-area.html',
  styleUrl: './upload-area.css',
  host: {
    '(document:dragover)': 'over($event)',
    '(document:dragleave)': 'leave($event)',
    '(document:drop)': 'drop($event)',
  },
})
export class UploadArea {
  protected readonly queue = inject(UploadQueue);
  protected readonly accepted = ACCEPTED_IMAGE_TYPES.join(',');
  protected readonly isDropping = signal(false);
  protected readonly total = computed(() => this.queue.uploads().length);

  protected choose(input: HTMLInputElement): void {
    this.queue.add(input.files ?? []);
    // So that choosing the same file again, once mended, counts as a change.
    input.value = '';
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.isDropping.set(true);
  }

  protected leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.isDropping.set(false);
  }

  protected drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Else the browser would leave the page to show the file.
    event.preventDefault();
    this.isDropping.set(false);
    this.queue.add(event.dataTransfer.files);
  }
}
