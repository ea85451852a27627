import { Injectable } from '@nestjs/common';
import { Clock, hashOf, linkUnknown } from '@reihe/api-platform';
import { API_BASE, type Language } from '@reihe/shared-contracts';
import { canHaveCertificate, canHaveMaterials, feedbackEnd, feedbackPhase } from '@reihe/shared-policies';
import { followUpApiPaths, type AfterPage } from '@reihe/shared-registration';
import { FeedbackQuestions } from '../feedback/feedback-questions';
import { wrongRegistrationState } from '../follow-up.errors';
import { OwnPass } from '../materials/own-pass';
import { AfterRepository, type AfterParts } from './after.repository';

/** One person's page after a session, by their own link. */
@Injectable()
export class AfterPages {
  constructor(
    private readonly after: AfterRepository,
    private readonly questions: FeedbackQuestions,
    private readonly passes: OwnPass,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.link-unknown · registration.wrong-state where the person has no place in it */
  async read(token: string, registrationId: string, language: Language): Promise<AfterPage> {
    const parts = await this.after.page(hashOf(token), registrationId, language);
    if (!parts) throw linkUnknown();
    if (!canHaveMaterials(parts.state, parts.session)) throw wrongRegistrationState();
    const { session, slug, title, titleLanguage, timeZone, name } = parts;
    const phase = feedbackPhase(session, this.clock.now());
    return {
      registrationId,
      name,
      session: {
        slug,
        title,
        language: titleLanguage,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        timeZone,
      },
      materials: parts.materials.map(({ audience: _, ...material }) => ({
        ...material,
        href: material.file ? this.hrefOf(registrationId, material.id) : material.href,
      })),
      feedback: {
        phase,
        until: feedbackEnd(session).toISOString(),
        questions: phase === 'open' ? await this.questions.of(parts.sessionId, slug, language) : [],
        given: parts.wasAnonymous === null ? null : parts.wasAnonymous ? 'anonymous' : 'named',
        own: ownOf(parts),
      },
      certificate: {
        state: canHaveCertificate({ seat: parts.state, ...parts }, this.clock.now()) ? 'ready' : 'none',
        code: parts.code,
      },
    };
  }

  private hrefOf(registrationId: string, thing: string): string {
    return API_BASE + followUpApiPaths.ownFile(this.passes.issue({ registrationId, thing }));
  }
}

function ownOf({ own }: AfterParts): AfterPage['feedback']['own'] {
  return (
    own && {
      rating: own.rating,
      comment: own.comment,
      answers: own.answers.map(({ questionId, value }) => ({ questionId, value })),
    }
  );
}
