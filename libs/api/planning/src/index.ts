export { PlanningModule } from './lib/planning.module';
