import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { PublicFetcher } from '@reihe/api-recap-sources';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { Board } from './board/board.service';
import { CommentsController } from './comments/comments.controller';
import { CommentsRepository } from './comments/comments.repository';
import { Comments } from './comments/comments.service';
import { ChangedFigures } from './figures/changed-figures';
import { RecapFiguresController } from './figures/figures.controller';
import { FiguresRepository } from './figures/figures.repository';
import { TellChangedFigures } from './figures/tell-changed-figures';
import { LinkChecksController } from './links/links.controller';
import { LinksRepository } from './links/links.repository';
import { LinkChecks } from './links/links.service';
import { SeriesRulesController } from './rules/series-rules.controller';
import { SeriesRulesRepository } from './rules/series-rules.repository';
import { SeriesRules } from './rules/series-rules.service';

/** How the desk works together on recaps, beside the recaps themselves: the board, who does what, and what is said about the text. */
@Module({
  imports: [MailModule],
  controllers: [
    BoardController,
    CommentsController,
    LinkChecksController,
    RecapFiguresController,
    SeriesRulesController,
  ],
  providers: [
    Board,
    BoardRepository,
    ChangedFigures,
    Comments,
    CommentsRepository,
    FiguresRepository,
    LinkChecks,
    LinksRepository,
    PublicFetcher,
    SeriesRules,
    SeriesRulesRepository,
    TellChangedFigures,
  ],
})
export class RecapDeskModule {}
