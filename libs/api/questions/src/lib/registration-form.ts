import { Injectable } from '@nestjs/common';
import type { Language } from '@reihe/shared-contracts';
import type { PublicQuestion, RegistrationForm } from '@reihe/shared-registration';
import { putQuestion } from './put-question';
import { SessionQuestionsRepository, type SessionQuestionsRow } from './session-questions.repository';

/** The form as the public fills it in. */
@Injectable()
export class RegistrationForms {
  constructor(private readonly questions: SessionQuestionsRepository) {}

  async read(slugs: readonly string[], language: Language): Promise<RegistrationForm> {
    const sessions = await this.questions.ofPublicSessions([...new Set(slugs)]);
    return { sessions: sessions.map(asksOf), questions: mergedQuestions(sessions, language) };
  }
}

function asksOf({ slug, mode, holdMinutes, asksAccessibility, asksRecording }: SessionQuestionsRow) {
  return { slug, mode, holdMinutes, asksAccessibility, asksRecording };
}

/** Each once: what the series ask before what their sessions do. */
function mergedQuestions(sessions: readonly SessionQuestionsRow[], language: Language): PublicQuestion[] {
  const met = new Map<string, { isOfSeries: boolean; question: PublicQuestion }>();
  for (const { slug, defaultLanguage, questions } of sessions)
    for (const stored of questions) {
      const known = met.get(stored.id);
      if (known) known.question.sessionSlugs.push(slug);
      else {
        const question = { ...putQuestion(stored, language, defaultLanguage), sessionSlugs: [slug] };
        met.set(stored.id, { isOfSeries: stored.isOfSeries, question });
      }
    }
  const all = [...met.values()];
  return [...all.filter((one) => one.isOfSeries), ...all.filter((one) => !one.isOfSeries)].map(
    ({ question }) => question,
  );
}
