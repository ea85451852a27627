import { Module } from '@nestjs/common';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { Board } from './board/board.service';
import { CommentsController } from './comments/comments.controller';
import { CommentsRepository } from './comments/comments.repository';
import { Comments } from './comments/comments.service';
import { SeriesRulesController } from './rules/series-rules.controller';
import { SeriesRulesRepository } from './rules/series-rules.repository';
import { SeriesRules } from './rules/series-rules.service';

/** How the desk works together on recaps, beside the recaps themselves: the board, who does what, and what is said about the text. */
@Module({
  controllers: [BoardController, CommentsController, SeriesRulesController],
  providers: [Board, BoardRepository, Comments, CommentsRepository, SeriesRules, SeriesRulesRepository],
})
export class RecapDeskModule {}
