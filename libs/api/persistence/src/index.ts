export { isConnectionLost, isOvertaken } from './lib/database-failures';
export { dataSourceOptions, migrate, type DatabaseOptions } from './lib/data-source';
export { Database } from './lib/database';
export { PersistenceModule } from './lib/persistence.module';
export * from './lib/rows/tables';
export { openTestDatabase, type TestDatabase } from './lib/testing/test-database';
