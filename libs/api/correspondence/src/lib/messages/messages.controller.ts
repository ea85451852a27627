import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type {
  Message,
  MessageListItem,
  MessagePreview as Preview,
  MessageRecipient,
} from '@reihe/shared-registration';
import { MessagePreview } from './message-preview';
import {
  MarkBouncedBody,
  MessagesQuery,
  PreviewMessageBody,
  RecipientsQuery,
  SaveMessageBody,
  SendMessageBody,
  StartMessageBody,
} from './messages.bodies';
import { Messages } from './messages.service';

@Controller('messages')
export class MessagesController {
  constructor(
    private readonly messages: Messages,
    private readonly previews: MessagePreview,
  ) {}

  @Get()
  @RequirePermission('registrations.read')
  @Answers('Page<MessageListItem>')
  list(@Query() query: MessagesQuery, @ReaderLanguage() language: Language): Promise<Page<MessageListItem>> {
    return this.messages.list(query, language);
  }

  @Post()
  @RequirePermission('registrations.write')
  @Takes('StartMessage')
  @Answers('Message', 201)
  start(@Body() body: StartMessageBody, @CurrentStaff() staff: Me): Promise<Message> {
    return this.messages.start(body, staff);
  }

  @Get(':id')
  @RequirePermission('registrations.read')
  @Answers('Message')
  read(@Param('id', ParseUUIDPipe) id: string, @ReaderLanguage() language: Language): Promise<Message> {
    return this.messages.read(id, language);
  }

  @Put(':id')
  @RequirePermission('registrations.write')
  @Takes('SaveMessage')
  @Answers('Message')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveMessageBody,
    @CurrentStaff() staff: Me,
  ): Promise<Message> {
    return this.messages.save(id, body, staff);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @AnswersNothing()
  discard(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.messages.discard(id, staff);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('PreviewMessage')
  @Answers('MessagePreview')
  preview(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PreviewMessageBody,
    @CurrentStaff() staff: Me,
  ): Promise<Preview> {
    return this.previews.show(id, body, staff);
  }

  @Post(':id/test')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @Takes('PreviewMessage')
  @AnswersNothing()
  sendTest(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PreviewMessageBody,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.previews.sendTest(id, body, staff);
  }

  @Post(':id/send')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('ChangeState')
  @Answers('Message')
  send(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: SendMessageBody,
    @CurrentStaff() staff: Me,
  ): Promise<Message> {
    return this.messages.send(id, version, staff);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Answers('Message')
  pause(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<Message> {
    return this.messages.pause(id, staff);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Answers('Message')
  resume(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<Message> {
    return this.messages.resume(id, staff);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Answers('Message')
  resend(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<Message> {
    return this.messages.resend(id, staff);
  }

  @Get(':id/recipients')
  @RequirePermission('registrations.read')
  @Answers('Page<MessageRecipient>')
  recipients(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: RecipientsQuery,
  ): Promise<Page<MessageRecipient>> {
    return this.messages.listRecipients(id, query);
  }

  @Post(':id/recipients/:participantId/bounced')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @Takes('MarkBounced')
  @AnswersNothing()
  markBounced(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() { isBounced }: MarkBouncedBody,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.messages.markBounced(id, participantId, isBounced, staff);
  }
}
