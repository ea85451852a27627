import * as tables from './tables';

/** Every table: the data source and the check of the migrations read this. */
export const ROWS = Object.values(tables);
