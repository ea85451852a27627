import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { LINKS_AT_ONCE, type LinkFinding } from '@reihe/shared-editorial';
import { ownPage } from '@reihe/shared-recap-policies';
import { RecapDeskClient } from '@reihe/web-data-access';

/** What is known of the links of one recap. Provided by its editor. */
@Injectable()
export class LinkDesk {
  private readonly client = inject(RecapDeskClient);
  private readonly origin = inject(DOCUMENT).location.origin;
  private readonly known = signal<ReadonlyMap<string, LinkFinding>>(new Map());
  private readonly asked = new Set<string>();

  /** By their address. */
  readonly findings = this.known.asReadonly();

  /** Those to this site's own pages, each once: nobody outside has to be asked. What fails is asked again with the next change. */
  async lookAtOwn(hrefs: readonly string[]): Promise<void> {
    const own = hrefs.filter((href) => ownPage(href, this.origin) && !this.asked.has(href));
    own.forEach((href) => this.asked.add(href));
    try {
      await this.check(own, false);
    } catch {
      own.forEach((href) => this.asked.delete(href));
    }
  }

  /** All of them, those to other hosts too, a few at a time. @param onProgress how many are known */
  async checkAll(hrefs: readonly string[], onProgress: (checked: number) => void): Promise<void> {
    await this.check(hrefs, true, onProgress);
  }

  private async check(
    hrefs: readonly string[],
    asksOthers: boolean,
    onProgress: (checked: number) => void = () => undefined,
  ): Promise<void> {
    for (let from = 0; from < hrefs.length; from += LINKS_AT_ONCE) {
      const few = hrefs.slice(from, from + LINKS_AT_ONCE);
      const findings = await this.client.checkLinks({ hrefs: few, asksOthers });
      this.known.update((known) => new Map([...known, ...findings.map((one) => [one.href, one] as const)]));
      onProgress(from + few.length);
    }
  }
}
