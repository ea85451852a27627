import { Component, computed, ElementRef, inject, input, LOCALE_ID, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { imageAddress } from '@reihe/admin-ui';
import type { FocalPoint as Point, Media } from '@reihe/shared-contracts';
import { CROPS, regionAround, type Crop } from '@reihe/shared-recap-policies';

const WIDTH = 960;

/**
 * The place of an image that every crop keeps: set by a click, or by two sliders, which keyboards and screen readers know; with the
 * crops as readers will get them.
 */
@Component({
  selector: 'reihe-focal-point',
  templateUrl: './focal-point.html',
  styleUrl: './focal-point.css',
})
export class FocalPoint implements FormValueControl<Point> {
  readonly image = input.required<Media>();
  readonly alt = input('');
  readonly value = model.required<Point>();
  readonly disabled = input(false);

  private readonly percents = new Intl.NumberFormat(inject(LOCALE_ID), { style: 'percent' });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly picture = viewChild.required<ElementRef<HTMLElement>>('picture');

  protected readonly address = computed(() => imageAddress(this.image().image, WIDTH));
  protected readonly crops = computed(() => [
    { name: $localize`:@@media.focus.wide:Teaser, 16:9`, ...this.cropped('wide') },
    { name: $localize`:@@media.focus.social:Social networks`, ...this.cropped('social') },
  ]);

  focus(options?: FocusOptions): void {
    this.host.nativeElement.querySelector('input')?.focus(options);
  }

  protected percent(part: number): string {
    return this.percents.format(part / 100);
  }

  protected point(event: MouseEvent): void {
    if (this.disabled()) return;
    const { left, top, width, height } = this.picture().nativeElement.getBoundingClientRect();
    this.value.set({
      x: within(((event.clientX - left) / width) * 100),
      y: within(((event.clientY - top) / height) * 100),
    });
  }

  protected slide(axis: keyof Point, typed: string): void {
    this.value.set({ ...this.value(), [axis]: within(Number(typed)) });
  }

  /** Sizes in per cent of the crop's width, as margins are counted. */
  private cropped(crop: Crop) {
    const { width, height } = this.image();
    const { ratio } = CROPS[crop];
    const region = regionAround({ width, height }, ratio, this.value());
    const part = (pixels: number) => `${(pixels / region.width) * 100}%`;
    return {
      ratio: String(ratio),
      inlineSize: part(width),
      left: part(-region.left),
      top: part(-region.top),
    };
  }
}

function within(part: number): number {
  return Math.round(Math.min(100, Math.max(0, part)));
}
