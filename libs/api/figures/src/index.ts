export { FiguresModule } from './lib/figures.module';
