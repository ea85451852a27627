import { Injectable } from '@nestjs/common';
import { Database, RecapCommentAnswerRow, RecapCommentRow } from '@reihe/api-persistence';
import type { RecapComment, WriteComment } from '@reihe/shared-editorial';

const named = (id: string) =>
  `(SELECT jsonb_build_object('id', k.id, 'name', k.name) FROM staff_accounts k WHERE k.id = ${id})`;

/** $1 recap. The open ones first, each in the order they were written. */
const COMMENTS = `
  SELECT jsonb_build_object(
    'id', c.id, 'text', c.text, 'author', ${named('c.author_id')}, 'createdAt', iso_instant(c.created_at),
    'anchor', jsonb_build_object(
      'language', c.language, 'blockId', c.block_id, 'quote', c.quote, 'before', c.before, 'after', c.after),
    'resolvedAt', iso_instant(c.resolved_at), 'resolvedBy', ${named('c.resolved_by_id')},
    'answers', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'text', a.text, 'author', ${named('a.author_id')}, 'createdAt', iso_instant(a.created_at)
      ) ORDER BY a.created_at, a.id), '[]'::jsonb)
      FROM recap_comment_answers a WHERE a.comment_id = c.id)
  ) AS comment
  FROM recap_comments c WHERE c.recap_id = $1
  ORDER BY c.resolved_at IS NOT NULL, c.created_at, c.id
`;

@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  async of(recapId: string): Promise<RecapComment[]> {
    const rows = await this.database.query<{ comment: RecapComment }>(COMMENTS, [recapId]);
    return rows.map(({ comment }) => comment);
  }

  async insert(recapId: string, comment: WriteComment, authorId: string, at: Date): Promise<string> {
    const { identifiers } = await this.database
      .of(RecapCommentRow)
      .insert({ recapId, ...comment, authorId, createdAt: at });
    return (identifiers[0] as { id: string }).id;
  }

  async answer(commentId: string, text: string, authorId: string, at: Date): Promise<void> {
    await this.database.of(RecapCommentAnswerRow).insert({ commentId, text, authorId, createdAt: at });
  }

  /** Null for both: opened again. */
  async resolve(commentId: string, resolvedById: string | null, resolvedAt: Date | null): Promise<void> {
    await this.database.of(RecapCommentRow).update({ id: commentId }, { resolvedById, resolvedAt });
  }

  /** Locked, so that answers and resolving come one after the other. */
  async has(recapId: string, commentId: string): Promise<boolean> {
    const found = await this.database.query(
      `SELECT 1 FROM recap_comments WHERE id = $1 AND recap_id = $2 FOR UPDATE`,
      [commentId, recapId],
    );
    return found.length > 0;
  }

  async hasRecap(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM recaps WHERE id = $1`, [id])).length > 0;
  }
}
