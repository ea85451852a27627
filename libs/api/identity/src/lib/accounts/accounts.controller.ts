import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Answers, CurrentStaff, PageQuery, RequirePermission, Takes } from '@reihe/api-platform';
import type { Account, Me, Page } from '@reihe/shared-contracts';
import { CreateAccountBody, SaveAccountBody } from './account.bodies';
import { AccountsService } from './accounts.service';

@Controller('accounts')
@RequirePermission('accounts.manage')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Answers('Page<Account>')
  listAccounts(@Query() query: PageQuery): Promise<Page<Account>> {
    return this.accounts.list(query);
  }

  @Get(':id')
  @Answers('Account')
  getAccount(@Param('id', ParseUUIDPipe) id: string): Promise<Account> {
    return this.accounts.get(id);
  }

  @Post()
  @Takes('CreateAccount')
  @Answers('Account', 201)
  createAccount(@Body() body: CreateAccountBody, @CurrentStaff() me: Me): Promise<Account> {
    return this.accounts.create(body, { kind: 'staff', id: me.id });
  }

  @Put(':id')
  @Takes('SaveAccount')
  @Answers('Account')
  saveAccount(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveAccountBody,
    @CurrentStaff() me: Me,
  ): Promise<Account> {
    return this.accounts.save(id, body, me);
  }
}
