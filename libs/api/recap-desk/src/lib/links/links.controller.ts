import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers, RequirePermission, Takes } from '@reihe/api-platform';
import type { LinkFinding } from '@reihe/shared-editorial';
import { CheckLinksBody } from './links.bodies';
import { LinkChecks } from './links.service';

@Controller('recap-desk/link-checks')
export class LinkChecksController {
  constructor(private readonly links: LinkChecks) {}

  /** Asks only; a body, for a few addresses are too long for one. */
  @Post()
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('CheckLinks')
  @Answers('LinkFinding[]')
  checkLinks(@Body() body: CheckLinksBody): Promise<LinkFinding[]> {
    return this.links.check(body);
  }
}
