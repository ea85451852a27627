import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organiser's own questions, at registering and afterwards, and what was answered. */
export class AskQuestions1764000000122 implements MigrationInterface {
  name = 'AskQuestions1764000000122';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "question_forms" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid,
        "session_id" uuid,
        "purpose" text NOT NULL,
        CONSTRAINT "ck_question_forms_owner" CHECK (num_nonnulls(series_id, session_id) = 1),
        CONSTRAINT "ck_question_forms_purpose" CHECK (purpose IN ('registration','feedback')),
        CONSTRAINT "pk_question_forms" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_question_forms_session_id_purpose" ON "question_forms" ("session_id", "purpose")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_question_forms_series_id_purpose" ON "question_forms" ("series_id", "purpose")`,
    );
    await db.query(`
      CREATE TABLE "questions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "form_id" uuid NOT NULL,
        "position" integer NOT NULL,
        "kind" text NOT NULL,
        "is_required" boolean NOT NULL DEFAULT false,
        "texts" jsonb NOT NULL,
        "options" jsonb NOT NULL DEFAULT '[]',
        "condition" jsonb,
        "min" integer,
        "max" integer,
        "archived_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_questions_kind" CHECK (kind IN ('text','long-text','choice','many','number','country','consent')),
        CONSTRAINT "pk_questions" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_questions_form_id" ON "questions" ("form_id", "position") WHERE archived_at IS NULL`,
    );
    await db.query(`
      CREATE TABLE "answers" (
        "registration_id" uuid NOT NULL,
        "question_id" uuid NOT NULL,
        "value" jsonb NOT NULL,
        "asked" jsonb NOT NULL,
        "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_answers" PRIMARY KEY ("registration_id", "question_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_answers_question_id" ON "answers" ("question_id")`);
    await db.query(
      `ALTER TABLE "question_forms" ADD CONSTRAINT "fk_question_forms_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "question_forms" ADD CONSTRAINT "fk_question_forms_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "questions" ADD CONSTRAINT "fk_questions_form_id" FOREIGN KEY ("form_id") REFERENCES "question_forms"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "answers" ADD CONSTRAINT "fk_answers_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "answers" ADD CONSTRAINT "fk_answers_question_id" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "answers"`);
    await db.query(`DROP TABLE "questions"`);
    await db.query(`DROP TABLE "question_forms"`);
  }
}
