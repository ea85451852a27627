export { Database, isConnectionLost, isOvertaken } from '@reihe/api-database';
export { dataSourceOptions, migrate, type DatabaseOptions } from './lib/data-source';
export { PersistenceModule } from './lib/persistence.module';
export * from './lib/rows/tables';
export { openTestDatabase, type TestDatabase } from './lib/testing/test-database';
