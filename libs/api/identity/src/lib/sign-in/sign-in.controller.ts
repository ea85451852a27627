import { Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  AnswersNothing,
  Config,
  CurrentStaff,
  ForEveryone,
  ForStaff,
  Takes,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Request, Response } from 'express';
import { giveCsrfToken } from './csrf';
import { endSession } from './staff-sessions';
import { NetworkThrottler, SIGN_IN_LIMIT, SignInGuard, SignInThrottler } from './sign-in.guard';

@Controller('auth')
export class SignInController {
  constructor(private readonly config: Config) {}

  @Post('sign-in')
  @HttpCode(200)
  @ForEveryone()
  @Throttle(SIGN_IN_LIMIT)
  @UseGuards(NetworkThrottler, SignInThrottler, SignInGuard)
  @Takes('SignIn')
  @Answers('Me')
  signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentStaff() me: Me,
  ): Me {
    giveCsrfToken(request, response, this.config);
    return me;
  }

  @Post('sign-out')
  @HttpCode(204)
  @ForStaff()
  @AnswersNothing()
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return endSession(request, response, this.config);
  }

  @Get('me')
  @ForStaff()
  @Answers('Me')
  me(@Req() request: Request, @Res({ passthrough: true }) response: Response, @CurrentStaff() me: Me): Me {
    giveCsrfToken(request, response, this.config);
    return me;
  }
}
