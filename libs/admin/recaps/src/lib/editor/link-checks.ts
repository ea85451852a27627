import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { RichDocument } from '@reihe/shared-contracts';
import type { LinkState } from '@reihe/shared-editorial';
import { linksOf } from '@reihe/shared-recap-policies';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats } from '@reihe/web-platform';
import { LinkDesk } from './link-desk';

/** So long nobody types before links to own pages are looked up. */
const PAUSE_MS = 800;

/** Asks where the links of a recap lead; what leads nowhere is named among the checks. */
@Component({
  selector: 'reihe-link-checks',
  template: `
    @if (links().length > 0) {
      <div class="links">
        <button
          type="button"
          class="button quiet"
          [disabled]="isBusy()"
          (click)="check()"
          i18n="@@recap-desk.links.check"
        >
          Check links
        </button>
        <p role="status" class="small">{{ words() }}</p>
      </div>
    }
  `,
  styles: `
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-xs);
      align-items: center;
      margin-block-start: var(--space-xs);
    }
    p {
      margin: 0;
    }
  `,
})
export class LinkChecks {
  /** By language, as they are written. */
  readonly texts = input.required<Readonly<Record<string, { body: RichDocument }>>>();

  private readonly desk = inject(LinkDesk);
  private readonly formats = inject(Formats);
  protected readonly isBusy = signal(false);
  protected readonly words = signal('');
  /** Each once. Within the page a link is checked while it is written. */
  protected readonly links = computed(
    () => {
      const all = Object.values(this.texts()).flatMap(({ body }) => linksOf(body));
      return [...new Set(all)].filter((href) => !href.startsWith('#') && !/^mailto:/i.test(href));
    },
    { equal: (one, other) => one.join(' ') === other.join(' ') },
  );

  constructor() {
    effect((onCleanup) => {
      const links = this.links();
      const pause = setTimeout(() => void this.desk.lookAtOwn(links), PAUSE_MS);
      onCleanup(() => {
        clearTimeout(pause);
      });
    });
  }

  protected async check(): Promise<void> {
    const links = this.links();
    this.isBusy.set(true);
    this.say(0, links.length);
    try {
      await this.desk.checkAll(links, (checked) => {
        this.say(checked, links.length);
      });
      this.words.set(this.summary(links));
    } catch (error) {
      this.words.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }

  private say(checked: number, all: number): void {
    const [some, whole] = [this.formats.number(checked), this.formats.number(all)];
    this.words.set($localize`:@@recap-desk.links.progress:${some}:checked: of ${whole}:all: links checked`);
  }

  private summary(links: readonly string[]): string {
    const count = (...states: LinkState[]) =>
      links.filter((href) => states.includes(this.desk.findings().get(href)?.state ?? 'not-asked')).length;
    const bad = count('missing', 'dead', 'failing', 'silent');
    const unknown = count('untold', 'not-asked');
    const all = this.formats.number(links.length);
    const found =
      bad === 0
        ? $localize`:@@recap-desk.links.good:No dead link among ${all}:all:.`
        : $localize`:@@recap-desk.links.bad:Dead links are named above: ${this.formats.number(bad)}:bad: of ${all}:all:.`;
    if (unknown === 0) return found;
    const rest = $localize`:@@recap-desk.links.unknown:What could not be asked, look at yourself: ${this.formats.number(unknown)}:unknown:.`;
    return `${found} ${rest}`;
  }
}
