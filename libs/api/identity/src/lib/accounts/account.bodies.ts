import { Field } from '@reihe/api-platform';
import {
  createAccountRules,
  saveAccountRules,
  type AdminLanguage,
  type CreateAccount,
  type Role,
  type SaveAccount,
} from '@reihe/shared-contracts';

export class CreateAccountBody implements CreateAccount {
  @Field(createAccountRules.email) email: string;
  @Field(createAccountRules.name) name: string;
  @Field(createAccountRules.password) password: string;
  @Field(createAccountRules.roles) roles: Role[];
  @Field(createAccountRules.language) language: AdminLanguage;
}

export class SaveAccountBody implements SaveAccount {
  @Field(saveAccountRules.version) version: number;
  @Field(saveAccountRules.name) name: string;
  @Field(saveAccountRules.roles) roles: Role[];
  @Field(saveAccountRules.language) language: AdminLanguage;
  @Field(saveAccountRules.isActive) isActive: boolean;
  @Field(saveAccountRules.password) password?: string;
}
