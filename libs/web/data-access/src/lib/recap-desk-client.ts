import { inject, Injectable } from '@angular/core';
import type { Page, RecapState } from '@reihe/shared-contracts';
import {
  boardPaths,
  commentPaths,
  linkChecksPath,
  previewPaths,
  recapFiguresPaths,
  type AssignRecap,
  type BoardCard,
  type BoardSession,
  type CheckLinks,
  type KeepFigures,
  type LinkFinding,
  type OpenedPreview,
  type RecapAssignment,
  type RecapComment,
  type RecapFigures,
  type RecapLack,
  type RecapPreview,
  type SeriesRecapRules,
  type WriteComment,
} from '@reihe/shared-editorial';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface BoardSessionsQuery extends ListQuery {
  series?: string | undefined;
  overdue?: 'yes' | undefined;
}

export interface BoardCardsQuery extends BoardSessionsQuery {
  state?: RecapState | undefined;
  /** `mine`, `nobody`, or the id of an account. */
  owner?: string | undefined;
  lack?: RecapLack | undefined;
}

/** How the desk works together on recaps: the board, who does what, and what is said about the text. */
@Injectable({ providedIn: 'root' })
export class RecapDeskClient {
  private readonly http = inject(StaffHttp);

  cards(query: () => BoardCardsQuery | null) {
    return readFrom<Page<BoardCard>>(() => {
      const asked = query();
      return asked && { path: boardPaths.cards, query: asked };
    });
  }

  fetchCards(query: BoardCardsQuery): Promise<Page<BoardCard>> {
    return this.http.get(boardPaths.cards, query);
  }

  sessions(query: () => BoardSessionsQuery | null) {
    return readFrom<Page<BoardSession>>(() => {
      const asked = query();
      return asked && { path: boardPaths.sessions, query: asked };
    });
  }

  assign(recapId: string, body: AssignRecap): Promise<RecapAssignment> {
    return this.http.put(boardPaths.assignment(recapId), body);
  }

  rules(seriesId: () => string | null) {
    return readAt<SeriesRecapRules>(seriesId, boardPaths.rules);
  }

  fetchRules(seriesId: string): Promise<SeriesRecapRules> {
    return this.http.get(boardPaths.rules(seriesId));
  }

  saveRules(seriesId: string, rules: SeriesRecapRules): Promise<SeriesRecapRules> {
    return this.http.put(boardPaths.rules(seriesId), rules);
  }

  comments(recapId: string): Promise<RecapComment[]> {
    return this.http.get(commentPaths.comments(recapId));
  }

  writeComment(recapId: string, comment: WriteComment): Promise<RecapComment[]> {
    return this.http.post(commentPaths.comments(recapId), comment);
  }

  answerComment(recapId: string, id: string, text: string): Promise<RecapComment[]> {
    return this.http.post(commentPaths.answers(recapId, id), { text });
  }

  resolveComment(recapId: string, id: string): Promise<RecapComment[]> {
    return this.http.post(commentPaths.resolve(recapId, id));
  }

  reopenComment(recapId: string, id: string): Promise<RecapComment[]> {
    return this.http.post(commentPaths.reopen(recapId, id));
  }

  /** Which of the figures that readers see are not what they were. */
  figures(recapId: () => string | null) {
    return readAt<RecapFigures>(recapId, recapFiguresPaths.figures);
  }

  keepFigures(recapId: string, body: KeepFigures): Promise<RecapFigures> {
    return this.http.post(recapFiguresPaths.keep(recapId), body);
  }

  /** What links of a text lead to; a few at a time. */
  checkLinks(body: CheckLinks): Promise<LinkFinding[]> {
    return this.http.post(linkChecksPath, body);
  }

  /** Secret addresses that still open. */
  previews(recapId: () => string | null) {
    return readAt<RecapPreview[]>(recapId, previewPaths.previews);
  }

  openPreview(recapId: string, days: number): Promise<OpenedPreview> {
    return this.http.post(previewPaths.previews(recapId), { days });
  }

  revokePreview(recapId: string, id: string): Promise<RecapPreview[]> {
    return this.http.post(previewPaths.revoke(recapId, id));
  }
}
