import { Controller, Get, Header, Headers, Param, ParseUUIDPipe } from '@nestjs/common';
import { bearerToken, Answers, ForEveryone, ReaderLanguage, RequirePermission } from '@reihe/api-platform';
import type { JoinPage, Language, SpeakerJoinAddress } from '@reihe/shared-contracts';
import { JoinSession } from './join-session';

@Controller()
export class JoinController {
  constructor(private readonly joining: JoinSession) {}

  @Get('registrations/join')
  @Header('Cache-Control', 'no-store')
  @ForEveryone()
  @Answers('JoinPage')
  read(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<JoinPage> {
    return this.joining.read(bearerToken(authorization), language);
  }

  @Get('sessions/:sessionId/join-addresses')
  @Header('Cache-Control', 'no-store')
  @RequirePermission('programme.write')
  @Answers('SpeakerJoinAddress[]')
  speakerAddresses(@Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<SpeakerJoinAddress[]> {
    return this.joining.speakerAddresses(sessionId);
  }
}
