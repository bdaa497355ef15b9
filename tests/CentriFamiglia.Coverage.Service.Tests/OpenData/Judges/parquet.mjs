// A Parquet file, as hyparquet reads it: one line of JSON. node parquet.mjs FILE
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

const bytes = readFileSync(process.argv[2]);
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
const metadata = parquetMetadata(file);
const rows = await parquetReadObjects({ file });
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
console.log(
  JSON.stringify(
    {
      rows,
      total: Number(metadata.num_rows),
      keys: Object.fromEntries(metadata.key_value_metadata.map((pair) => [pair.key, JSON.parse(pair.value)])),
    },
    plain,
  ),
);
