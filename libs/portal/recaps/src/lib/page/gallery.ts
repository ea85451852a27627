import { Component, input } from '@angular/core';
import type { PublicImage } from '@reihe/shared-contracts';
import { Thumbnail } from '../thumbnail';
import { largestOf } from './large-pictures';

/** Thumbnails with their credit, each a link to its large image: the browser shows that by itself where no script does (`LargePictures`). */
@Component({
  selector: 'reihe-gallery',
  imports: [Thumbnail],
  templateUrl: './gallery.html',
  styleUrl: './gallery.css',
})
export class Gallery {
  readonly images = input.required<readonly PublicImage[]>();

  protected readonly largest = largestOf;
}
