// Judges answers by the schemas of an OpenAPI document, with ajv. Reads { document, answers: [{ name, pointer, file }] } from the standard
// input, where a pointer leads to the schema of the answer within the document; writes { faults: [{ name, message }] }.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { document, isClosed, answers } = JSON.parse(readFileSync(0, 'utf8'));
const api = JSON.parse(readFileSync(document, 'utf8'));

// The dialect may be an older one, whose words mean the same here.
delete api.$schema;

// What a document does not name must not be in an answer: clients made from it would not know of it.
if (isClosed) close(api);

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
addFormats(ajv);
ajv.addFormat('binary', true);
ajv.addSchema(api, 'api.json');

const compiled = new Map();
const faults = [];
for (const { name, pointer, file } of answers) {
  if (!compiled.has(pointer)) compiled.set(pointer, ajv.compile({ $ref: `api.json#${encodeURI(pointer)}` }));
  const validate = compiled.get(pointer);
  if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
    const first = validate.errors.slice(0, 8).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
    faults.push({ name, message: first.join('; ') });
  }
}
process.stdout.write(JSON.stringify({ faults }));

/** No object has other members than those named; what is composed is closed as a whole. */
function close(root) {
  const open = new Set();
  visit(root, (node) => {
    for (const part of node.allOf ?? []) open.add(part.$ref ? at(part.$ref) : part);
  });
  visit(root, (node) => {
    if (node.allOf) node.unevaluatedProperties = false;
    else if (node.type === 'object' && node.properties && !('additionalProperties' in node) && !open.has(node)) node.unevaluatedProperties = false;
  });
}

function visit(node, see) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) see(node);
  for (const child of Object.values(node)) visit(child, see);
}

function at(pointer) {
  return pointer.slice(2).split('/').reduce((node, part) => node[part.replaceAll('~1', '/').replaceAll('~0', '~')], api);
}
