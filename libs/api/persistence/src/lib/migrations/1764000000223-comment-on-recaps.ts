import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remarks on words of a recap, and their answers. */
export class CommentOnRecaps1764000000223 implements MigrationInterface {
  name = 'CommentOnRecaps1764000000223';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_comments" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "recap_id" uuid NOT NULL,
        "language" text NOT NULL,
        "block_id" text,
        "quote" text NOT NULL,
        "before" text NOT NULL DEFAULT '',
        "after" text NOT NULL DEFAULT '',
        "text" text NOT NULL,
        "author_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "resolved_at" TIMESTAMP WITH TIME ZONE,
        "resolved_by_id" uuid,
        CONSTRAINT "ck_recap_comments_resolved" CHECK (resolved_by_id IS NULL OR resolved_at IS NOT NULL),
        CONSTRAINT "pk_recap_comments" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_comments_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_comments_author_id" FOREIGN KEY ("author_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_comments_resolved_by_id" FOREIGN KEY ("resolved_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recap_comments_recap_id" ON "recap_comments" ("recap_id", "created_at")`,
    );
    await db.query(`
      CREATE TABLE "recap_comment_answers" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "comment_id" uuid NOT NULL,
        "text" text NOT NULL,
        "author_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_recap_comment_answers" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_comment_answers_comment_id" FOREIGN KEY ("comment_id") REFERENCES "recap_comments"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_comment_answers_author_id" FOREIGN KEY ("author_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recap_comment_answers_comment_id" ON "recap_comment_answers" ("comment_id", "created_at")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_comment_answers"`);
    await db.query(`DROP TABLE "recap_comments"`);
  }
}
