export { RecapDeskModule } from './lib/recap-desk.module';
export { TellChangedFigures } from './lib/figures/tell-changed-figures';
