export { RecapExchangeModule } from './lib/recap-exchange.module';
