import { Module } from '@nestjs/common';
import { RecapExchangeController } from './exchange.controller';
import { TranslationExchange } from './exchange.service';
import { TranslationImportsRepository } from './translation-imports.repository';

/** Files for agencies and what comes back. Needs the global `RecapTexts`, by which the recaps write a translation. */
@Module({
  controllers: [RecapExchangeController],
  providers: [TranslationExchange, TranslationImportsRepository],
})
export class RecapExchangeModule {}
