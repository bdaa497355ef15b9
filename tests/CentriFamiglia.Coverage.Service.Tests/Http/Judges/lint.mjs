// What `redocly lint`, with its recommended rules, says of the OpenAPI documents that the arguments name: { problems: [...] }.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const problems = process.argv.slice(2).flatMap((document) => {
  const options = { encoding: 'utf8', env, maxBuffer: 1e8 };
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'lint', document, '--format=json', '--max-problems=1000'], options);
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout).problems;
});
process.stdout.write(JSON.stringify({ problems }));
