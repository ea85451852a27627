import { Injectable } from '@nestjs/common';
import {
  AfterSession,
  Clock,
  Config,
  PersonalLinks,
  type AfterOfRegistration,
  type AfterSessionLinks,
} from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { feedbackEnd } from '@reihe/shared-policies';
import { followUpPaths } from '@reihe/shared-registration';
import { AfterRepository, type AfterFacts } from './after.repository';

/** What comes after sessions, for the mails of thanks and for the list of one's own sessions. */
@Injectable()
export class AfterSessionDesk extends AfterSession {
  constructor(
    private readonly after: AfterRepository,
    private readonly links: PersonalLinks,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  async of(registrationIds: readonly string[]): Promise<Map<string, AfterOfRegistration>> {
    const now = this.clock.now();
    const facts = await this.factsOf(registrationIds, now);
    return new Map(facts.map((one) => [one.id, afterOf(one, now)]));
  }

  /** One link for each person, whichever of their registrations it opens: all of them stand for the same. */
  async linksOf(
    registrations: readonly { id: string; language: Language }[],
  ): Promise<Map<string, AfterSessionLinks>> {
    const now = this.clock.now();
    const facts = await this.factsOf(
      registrations.map(({ id }) => id),
      now,
    );
    if (facts.length === 0) return new Map();
    const languages = new Map(registrations.map(({ id, language }) => [id, language]));
    const languageOf = ({ id }: AfterFacts) => languages.get(id) ?? 'en';
    const people = [...new Map(facts.map((one) => [one.participantId, one])).values()];
    const issued = await this.links.issueAll(
      people.map((one) => ({
        participantId: one.participantId,
        language: languageOf(one),
        registrationIds: [],
      })),
    );
    const tokens = new Map(people.map(({ participantId }, index) => [participantId, issued[index]?.token]));
    return new Map(
      facts.map((one) => {
        const page = followUpPaths.page(languageOf(one), tokens.get(one.participantId) ?? '', one.id);
        return [one.id, linksTo(this.config.baseUrl + page, afterOf(one, now))];
      }),
    );
  }

  private factsOf(registrationIds: readonly string[], now: Date): Promise<AfterFacts[]> {
    return registrationIds.length === 0 ? Promise.resolve([]) : this.after.ofMany(registrationIds, now);
  }
}

function afterOf({ endsAt, materials, isGiven, hasCertificate }: AfterFacts, now: Date): AfterOfRegistration {
  const feedbackUntil = feedbackEnd({ endsAt });
  return {
    materials,
    feedback: now >= feedbackUntil ? 'closed' : isGiven ? 'given' : 'open',
    feedbackUntil,
    hasCertificate,
  };
}

function linksTo(page: string, after: AfterOfRegistration): AfterSessionLinks {
  return {
    materials: after.materials > 0 ? `${page}#materials` : null,
    feedback: after.feedback === 'open' ? `${page}#feedback` : null,
    certificate: after.hasCertificate ? `${page}#certificate` : null,
  };
}
