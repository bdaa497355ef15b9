// A JSON-LD document from standard input, expanded and made N-Quads by jsonld.js, which fetches nothing here: {"expanded": [...], "quads": n}.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const document = JSON.parse(readFileSync(0, 'utf8'));
const documentLoader = (url) => {
  throw new Error(`the document refers to a context elsewhere: ${url}`);
};
const expanded = await jsonld.expand(document, { documentLoader, safe: true });
const quads = await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads', safe: true });
console.log(JSON.stringify({ expanded, quads: quads.trim().split('\n').length }));
