export { Database } from './lib/database';
export { isConnectionLost, isOvertaken } from './lib/database-failures';
export { GatheringClient } from './lib/gathering-client';
export { ReadableNames } from './lib/naming';
