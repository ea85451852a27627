export { SchedulingModule } from './lib/scheduling.module';
