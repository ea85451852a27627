import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { QuietPart } from '@reihe/portal-finding';
import {
  publicPaths,
  readerPaths,
  type InLanguage,
  type PublicContribution,
  type SessionPage,
} from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { readPage } from '@reihe/web-data-access';
import {
  contributorDetails,
  contributorWords,
  Formats,
  LANGUAGE,
  languageList,
  PageHead,
  ReaderClock,
  roleWords,
  sessionKindWords,
  writtenAddresses,
} from '@reihe/web-platform';
import {
  Portrait,
  Breadcrumb,
  Chip,
  FigureStrip,
  PageFailure,
  PageLoading,
  RecapCard,
  SampleNote,
  SessionPhase,
  stripFigures,
  type Crumb,
} from '@reihe/web-ui';
import { Agenda } from './agenda';
import { googleCalendarLink, outlookCalendarLink } from './calendar-links';
import { eventData } from './event-data';
import { WhenAndWhere } from './when-and-where';

/** One virtual exchange: when, for whom, what happens, who speaks, and how to join. */
@Component({
  selector: 'reihe-session',
  imports: [
    Agenda,
    Breadcrumb,
    Chip,
    FigureStrip,
    PageFailure,
    PageLoading,
    QuietPart,
    RecapCard,
    RouterLink,
    SampleNote,
    SessionPhase,
    WhenAndWhere,
    Portrait,
  ],
  templateUrl: './session.html',
  styleUrl: './session.css',
})
export class Session {
  /** From the address. */
  readonly slug = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly clock = inject(ReaderClock);
  private readonly head = inject(PageHead);

  protected readonly read = readPage<SessionPage>(() => ({ path: readerPaths.sessionPage(this.slug()) }));
  private readonly session = computed(() => this.read.page());

  protected readonly crumbs = computed((): Crumb[] => {
    const session = this.session();
    return session
      ? [
          { label: $localize`:@@programme.crumb.home:Series`, link: '/' },
          { label: session.seriesTitle, link: `/series/${session.seriesSlug}` },
          { label: session.title },
        ]
      : [];
  });
  protected readonly kind = computed(() => {
    const session = this.session();
    return session ? sessionKindWords(session.kind) : '';
  });
  protected readonly canRegister = computed(() => {
    const session = this.session();
    return session !== null && canRegister(session.seats.phase);
  });
  protected readonly isAhead = computed(() => {
    const phase = this.session()?.seats.phase;
    return phase !== 'held' && phase !== 'cancelled' && phase !== 'running';
  });
  protected readonly countdown = computed(() => {
    const session = this.session();
    return session && this.isAhead() ? this.formats.fromNow(session.startsAt, this.clock.now()) : '';
  });
  protected readonly closesOn = computed(() => {
    const session = this.session();
    if (!session?.seats.closesAt || !this.canRegister()) return '';
    const zone = this.clock.timeZone() ?? session.timeZone;
    const { closesAt } = session.seats;
    return `${this.formats.day(closesAt, zone)}, ${this.formats.time(closesAt, zone)}`;
  });
  protected readonly languages = computed(() => languageList(this.session()?.languages ?? [], this.formats));
  protected readonly interpretation = computed(() =>
    languageList(this.session()?.interpretation ?? [], this.formats),
  );
  /** Seats are for the organisers; readers see who came. */
  protected readonly figures = computed(() => stripFigures(this.session()?.figures ?? [], this.formats));
  /** Everybody once, in the order of their first part. */
  protected readonly people = computed(() => {
    const session = this.session();
    const seen = new Map<string, PublicContribution>();
    for (const part of session ? [...session.contributions, ...session.speakers] : []) {
      const key = `${contributorWords(part, this.formats)}|${part.role}`;
      if (!seen.has(key)) seen.set(key, part);
    }
    return [...seen.values()].map((part) => ({
      name: contributorWords(part, this.formats),
      details: contributorDetails(part, this.formats),
      role: roleWords(part.role),
      lang: this.foreign(part),
      photo: part.photo,
    }));
  });

  protected readonly materialsPart = () => import('./session-materials').then((m) => m.SessionMaterials);
  protected readonly materials = computed(() => ({ materials: this.session()?.materials ?? [] }));

  protected readonly calendar = computed(() => publicPaths.sessionCalendar(this.slug()));
  protected readonly address = computed(() =>
    this.head.absolute(publicPaths.session(this.language, this.slug())),
  );
  protected readonly google = computed(() => {
    const session = this.session();
    return session && googleCalendarLink(session, this.address());
  });
  protected readonly outlook = computed(() => {
    const session = this.session();
    return session && outlookCalendarLink(session, this.address());
  });

  constructor() {
    effect(() => {
      const session = this.session();
      if (!session) return;
      const day = this.formats.day(session.startsAt, session.timeZone);
      const series = publicPaths.series(this.language, session.seriesSlug);
      this.head.describe({
        title: session.title,
        description: `${day}. ${session.abstract || session.seriesTitle}`,
        ...writtenAddresses(session.availableLanguages, (language) =>
          publicPaths.session(language, session.slug),
        ),
        structuredData: [eventData(session, this.address(), this.head.absolute(series))],
      });
    });
  }

  protected foreign(text: InLanguage): string | null {
    return text.language === this.language ? null : text.language;
  }
}
