import { Component, computed, inject, input } from '@angular/core';
import { describePrivately } from '@reihe/portal-by-link';
import { followUpPaths } from '@reihe/shared-registration';
import { readHandedOver } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { participantFailureWords } from '@reihe/web-forms';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { AfterClient } from '../after-client';

/** Whether a certificate is valid: for anybody who holds one in hands. */
@Component({
  selector: 'reihe-certificate-page',
  imports: [PageHeading, PageLoading],
  templateUrl: './certificate-page.html',
  styleUrl: './certificate-page.css',
})
export class CertificatePage {
  /** From the address, or from the form on this page. */
  readonly code = input<string>();

  private readonly client = inject(AfterClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly typed = computed(() => this.code()?.trim() ?? '');
  protected readonly read = readHandedOver('certificate', () =>
    this.typed() ? this.client.certificate(this.typed()) : Promise.resolve(null),
  );
  protected readonly title = $localize`:@@after.check.title:Check a certificate`;
  protected readonly action = followUpPaths.certificate(this.language, '').replace(/\/$/, '');
  /** Not known, as opposed to: could not be asked. */
  protected readonly isUnknown = computed(() => {
    const failure = this.read.failure();
    return failure?.kind === 'problem' && failure.problem.status < 500;
  });
  protected readonly broken = computed(() => {
    const failure = this.read.failure();
    return failure && !this.isUnknown() ? participantFailureWords(failure) : '';
  });
  protected readonly when = computed(() => {
    const found = this.read.value();
    if (!found) return '';
    const { startsAt, endsAt, timeZone } = found;
    return `${this.formats.longDay(startsAt, timeZone)}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} (${timeZone})`;
  });
  protected readonly issued = computed(() => {
    const found = this.read.value();
    return found ? this.formats.day(found.issuedAt, found.timeZone) : '';
  });

  constructor() {
    describePrivately(this.title, (language) => followUpPaths.certificate(language, this.typed()));
  }
}
