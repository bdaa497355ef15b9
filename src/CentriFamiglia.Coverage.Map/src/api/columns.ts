import type { components } from './schema';

/** What the service's own document says that its answers hold. */
export type Schemas = components['schemas'];

/** The columns that are read of a row of the service. */
export type Columns<Row extends keyof Schemas, Name extends keyof Schemas[Row]> = Pick<Schemas[Row], Name>;
