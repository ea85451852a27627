export { RecapDeskModule } from './lib/recap-desk.module';
