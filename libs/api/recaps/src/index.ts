export { RecapsModule } from './lib/recaps.module';
