import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { changesBetween, Clock, DomainError, invalidFields } from '@reihe/api-platform';
import type { FieldProblem, Me, RegistrationOwner } from '@reihe/shared-contracts';
import { hasOptions, questionFormProblems } from '@reihe/shared-form-policies';
import type {
  QuestionForm,
  QuestionPurpose,
  SaveQuestion,
  SaveQuestionForm,
} from '@reihe/shared-registration';
import { OwnersRepository } from '../owners.repository';
import { SetupAudit } from '../setup-audit';
import { QuestionsRepository, type KnownQuestion } from './questions.repository';

/** The questions of a series or session: saved as one list, answers given keep whatever becomes of their question. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly owners: OwnersRepository,
    private readonly questions: QuestionsRepository,
    private readonly audit: SetupAudit,
    private readonly clock: Clock,
  ) {}

  async get(owner: RegistrationOwner, purpose: QuestionPurpose): Promise<QuestionForm> {
    await this.owners.seriesOf(owner);
    return this.questions.form(owner, purpose);
  }

  /** @throws version.outdated, request.invalid by paths into the list, question.in-use where a session's question hangs on one */
  @Transactional()
  async save(
    owner: RegistrationOwner,
    purpose: QuestionPurpose,
    body: SaveQuestionForm,
    staff: Me,
  ): Promise<QuestionForm> {
    const seriesId = await this.owners.seriesOf(owner);
    const formId = await this.questions.claim(owner, purpose, body.version);
    const known = await this.questions.known(
      formId,
      body.questions.map(({ id }) => id),
    );
    const list = body.questions.map((question) => tidied(question, known));
    await this.check(owner, seriesId, purpose, list, known, formId);
    const before = await this.questions.form(owner, purpose);
    await this.questions.put(formId, list, this.clock.now());
    const saved = await this.questions.form(owner, purpose);
    const changes = changesBetween(auditable(before), auditable(saved));
    await this.audit.record('questions.save', owner, staff, {
      before: { purpose, ...changes.before },
      after: { purpose, ...changes.after },
    });
    return saved;
  }

  private async check(
    owner: RegistrationOwner,
    seriesId: string,
    purpose: QuestionPurpose,
    list: readonly SaveQuestion[],
    known: readonly KnownQuestion[],
    formId: string,
  ): Promise<void> {
    const ofSeries =
      owner.kind === 'series'
        ? []
        : (await this.questions.form({ kind: 'series', id: seriesId }, purpose)).questions;
    const problems = [
      ...list.flatMap((question, index) => changeProblems(question, index, known, formId)),
      ...questionFormProblems(list, ofSeries),
    ];
    if (problems.length > 0) throw invalidFields(...problems);
    if (owner.kind !== 'series') return;
    const broken = (await this.questions.dependents(seriesId, purpose)).filter(
      ({ questions }) => questionFormProblems(questions, list).length > 0,
    );
    if (broken.length > 0)
      throw new DomainError('question.in-use', 409, {
        details: { sessions: broken.map(({ sessionId }) => sessionId) },
      });
  }
}

/** What only some kinds have goes from the others; options that somebody chose stay, offered or not. */
function tidied(question: SaveQuestion, known: readonly KnownQuestion[]): SaveQuestion {
  const isNumber = question.kind === 'number';
  const stored = known.find(({ id }) => id === question.id);
  const dropped = (stored?.options ?? []).filter(
    ({ id }) => stored?.chosen.includes(id) && !question.options.some((option) => option.id === id),
  );
  const options = [...question.options, ...dropped.map((option) => ({ ...option, isArchived: true }))];
  return {
    ...question,
    options: hasOptions(question) ? options.map(tidiedOption) : [],
    min: isNumber ? question.min : null,
    max: isNumber ? question.max : null,
  };
}

function tidiedOption({ id, labels, isArchived }: SaveQuestion['options'][number]) {
  const written = Object.entries(labels).filter(
    ([, label]) => typeof label !== 'string' || label.trim() !== '',
  );
  return { id, labels: Object.fromEntries(written), ...(isArchived && { isArchived }) };
}

/** An id belongs to one form, and an answer to one kind of question. */
function changeProblems(
  { id, kind }: SaveQuestion,
  index: number,
  known: readonly KnownQuestion[],
  formId: string,
): FieldProblem[] {
  const stored = known.find((one) => one.id === id);
  if (!stored) return [];
  if (stored.formId !== formId) return [{ path: `questions.${index}.id`, code: 'already-used' }];
  return stored.answers > 0 && stored.kind !== kind
    ? [{ path: `questions.${index}.kind`, code: 'not-allowed' }]
    : [];
}

function auditable({ questions, archived }: QuestionForm) {
  return {
    order: questions.map(({ id }) => id),
    archived: archived.map(({ id }) => id),
    ...Object.fromEntries(questions.map(({ id, answers: _, ...question }) => [id, question])),
  };
}
