import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers, AnswersNothing, CurrentStaff, ForStaff, Takes } from '@reihe/api-platform';
import type { EditorNews, Me } from '@reihe/shared-contracts';
import { EditorTabBody } from './editing.bodies';
import { Presence } from './presence.service';

@Controller('presence')
@ForStaff()
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** Says that one is at an editor, and is told who else is and which version is stored. */
  @Post()
  @HttpCode(200)
  @Takes('EditorTab')
  @Answers('EditorNews')
  beat(@Body() tab: EditorTabBody, @CurrentStaff() staff: Me): Promise<EditorNews> {
    return this.presence.beat(tab, staff);
  }

  @Post('leave')
  @HttpCode(204)
  @Takes('EditorTab')
  @AnswersNothing()
  leave(@Body() tab: EditorTabBody, @CurrentStaff() staff: Me): Promise<void> {
    return this.presence.leave(tab, staff);
  }
}
