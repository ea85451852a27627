export { FigureDesk } from './lib/figure-desk';
export { figureValue } from './lib/figure-value';
export { FigureValues } from './lib/figure-values';
export { GuardChips } from './lib/guard-chips';
