import { DestroyRef, DOCUMENT, inject, Injectable, signal, type Signal } from '@angular/core';

/** Colours and letters of the page as it looks now. */
export interface ChartLook {
  /** By name: what is measured before it is drawn must be drawn in the same. */
  font: string;
  ink: string;
  inkSoft: string;
  line: string;
  surface: string;
  harbour: string;
  coral: string;
}

/** The page's own, light or dark as it is now. */
@Injectable({ providedIn: 'root' })
export class ChartLooks {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly document = inject(DOCUMENT);
  private readonly known = signal(this.now());
  readonly look: Signal<ChartLook> = this.known.asReadonly();

  constructor() {
    const dark = this.window?.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      this.known.set(this.now());
    };
    dark?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => dark?.removeEventListener('change', follow));
  }

  private now(): ChartLook {
    const style = this.window?.getComputedStyle(this.document.documentElement);
    const token = (name: string) => style?.getPropertyValue(name).trim() ?? '';
    return {
      // ECharts writes it into attributes as it is: with its own quotes the picture would be no XML.
      font: (this.window?.getComputedStyle(this.document.body).fontFamily ?? '').replaceAll('"', "'"),
      ink: token('--ink'),
      inkSoft: token('--ink-soft'),
      line: token('--line'),
      surface: token('--surface'),
      harbour: token('--harbour'),
      coral: token('--coral'),
    };
  }
}
