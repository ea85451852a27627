import { Module } from '@nestjs/common';
import { DraftsController } from './editing/drafts.controller';
import { DraftsRepository } from './editing/drafts.repository';
import { Drafts } from './editing/drafts.service';
import { ForgetLeftEditors } from './editing/forget-left-editors';
import { PresenceController } from './editing/presence.controller';
import { PresenceRepository } from './editing/presence.repository';
import { Presence } from './editing/presence.service';

/** Staff at work: who is at which editor, and what they typed and did not save. Needs `JobsModule` beside it. */
@Module({
  controllers: [PresenceController, DraftsController],
  providers: [Presence, PresenceRepository, Drafts, DraftsRepository, ForgetLeftEditors],
})
export class EditingModule {}
