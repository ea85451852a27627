import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, ChangeStateBody, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { DeskPerson, Recap } from '@reihe/shared-editorial';
import { ReviewCommentBody } from '../editing/recap.bodies';
import { PublishRecap } from './publish-recap';
import { ReviewRecap } from './review-recap';
import { ShowFigures } from './show-figures';
import { PublishRecapBody, ShowFiguresBody, SubmitRecapBody } from './workflow.bodies';

/** The steps of a recap to its readers. */
@Controller('recaps')
export class RecapWorkflowController {
  constructor(
    private readonly reviews: ReviewRecap,
    private readonly publishing: PublishRecap,
    private readonly figures: ShowFigures,
  ) {}

  @Post(':id/submit')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('SubmitRecap')
  @Answers('Recap')
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitRecapBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.reviews.submit(id, body, staff);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ChangeState')
  @Answers('Recap')
  approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.reviews.approve(id, body.version, staff);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ReviewComment')
  @Answers('Recap')
  sendBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewCommentBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.reviews.sendBack(id, body, staff);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('ChangeState')
  @Answers('Recap')
  reopen(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.reviews.reopen(id, body.version, staff);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('PublishRecap')
  @Answers('Recap')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PublishRecapBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.publishing.publish(id, body, staff);
  }

  /** Frozen or live, and frozen anew: what readers see is published once more with other figures. */
  @Post(':id/figures')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ShowFigures')
  @Answers('Recap')
  showFigures(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ShowFiguresBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.figures.show(id, body, staff);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ChangeState')
  @Answers('Recap')
  archive(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.publishing.archive(id, body.version, staff);
  }
}

/** Who is at the desk. */
@Controller('recap-desk')
export class RecapDeskController {
  constructor(private readonly reviews: ReviewRecap) {}

  @Get('people')
  @RequirePermission('recaps.read')
  @Answers('DeskPerson[]')
  people(): Promise<DeskPerson[]> {
    return this.reviews.atDesk();
  }
}
