// @vitest-environment jsdom

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as english from '../../src/text/en';
import { chaptersOf } from '../../src/text/glossary';
import * as italian from '../../src/text/it';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = join(ROOT, 'src');

/** Every text of a catalogue by its path, `REACH_WORDS.entro.label`; what is made by a function stands as its number of gaps. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, `${value.length} gaps`]];
  return Object.entries(value as object).flatMap(([key, each]) => textsOf(each, path === '' ? key : `${path}.${key}`));
}

const sorted = (texts: [string, string][]) => texts.toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Texts that are the same in both: proper names, symbols, and nouns of the domain that stay as they are. */
const SAME = [
  /^(LEVEL_WORDS|PLACE_WORDS)\./,
  /^SUBJECT_WORDS\.(ambito|distretto|ats|sede)$/,
  /^ROLE_WORDS\.(hub|spoke)$/,
  /^SUGGESTION_WORDS\.spoke\.short$/,
  /^(FORMAT_WORDS|LEVEL_IN_NAME)\./,
  /^MEASURE_WORDS\.(2sfca|e2sfca|3sfca|m2sfca)\.name$/,
  /^ENGINE\.ScaleControl\./,
  /^LABEL\.(comuni|sede|sedi|area)$/,
  /^PAPER_WORDS\.(ats|sedi)$/,
  /^WEEK_WORDS\.ambito$/,
  /^KNOB_WORDS\.(spokeCost|budget)\.unit$/,
  /^KNOB_WORDS\.reach\.usual$/,
  /^IMPORT\.table$/,
  /^LIST\.ninetieth$/,
  /^CLASS_WORDS\.zero$/,
  /^REPORT_HEADS\.1$/,
  /^RIVAL\.heads\.0$/,
  /^ROADS_WORDS\.meaning$/,
  /^LAYER_WORDS\.(asst|province)\.meaning$/,
  /^VIEW_HELP\..*\.terms\.\d+$/,
  /^NO_FIGURE$/,
];

describe('the two catalogues', () => {
  // A term has as many forms as its language gives it.
  const [inItalian, inEnglish] = [italian, english].map((catalogue) =>
    sorted(textsOf(catalogue)).filter(([path]) => !path.startsWith('TERM_FORMS')),
  ) as [[string, string][], [string, string][]];

  it('have the same texts, made of the same parts', () => {
    const shape = (texts: [string, string][]) =>
      texts.map(([path, text]) => (text.endsWith(' gaps') ? `${path}: ${text}` : path));
    expect(shape(inEnglish)).toEqual(shape(inItalian));
    expect(inItalian.length).toBeGreaterThan(500);
  });

  it('say them in different words', () => {
    const words = new Map(inItalian);
    const same = inEnglish.filter(([path, text]) => words.get(path) === text && !text.endsWith(' gaps'));
    expect(same.filter(([path]) => !SAME.some((each) => each.test(path)))).toEqual([]);
  });

  it('order what is chosen from in the same way', () => {
    const keys = (catalogue: object) =>
      Object.entries(catalogue)
        .filter(([name, value]) => name.endsWith('_WORDS') && typeof value === 'object')
        .map(([name, value]) => [name, Object.keys(value)]);
    expect(keys(english)).toEqual(keys(italian));
  });

  it.each([
    ['Italian', italian],
    ['English', english],
  ])('explain in %s every term that a view or a label names', (_, catalogue) => {
    const terms = chaptersOf(catalogue.GLOSSARY_SOURCE).flatMap((chapter) => chapter.terms.map(({ term }) => term));
    const heads = terms.flatMap((term) => [term, term.split(/[,(]/)[0]?.trim()]);
    const named = [
      ...Object.values(catalogue.TERM_FORMS).map(({ term }) => term),
      ...Object.values(catalogue.VIEW_HELP).flatMap((help) => help.terms),
    ];
    expect(named.filter((term) => !heads.includes(term))).toEqual([]);
    expect(Object.keys(catalogue.TERM_FORMS)).toEqual(Object.keys(italian.TERM_FORMS));
  });

  it('leave no Italian word in an English text', () => {
    const italianWords = /\b(il|della?|delle|degli|nell|oltre|entro|nessun[oa]?|quanti|senza|residenti|minuti)\b/i;
    // The glossary gives the words of the data, and those of the act, as they are.
    const left = inEnglish.filter(([path, text]) => path !== 'GLOSSARY_SOURCE' && italianWords.test(text));
    expect(left).toEqual([]);
  });
});

/** Names of things that are no words for people: shapes of GeoJSON, keys of a keyboard, fonts, indices, errors of the program itself. */
const NAMES =
  /^(Geometry)?(Multi)?(Point|Polygon|LineString|Collection|Feature|FeatureCollection)$|^(Arrow\w+|Home|End|Enter|Escape|Tab|Files)$|Titillium Web|^(Gini|Theil|Km|ApiProblem)$|^(The page has no #|This browser draws no canvas|The answers carry no fingerprint)/;

/** What the program says to other programs, or reads of them. */
const COMMANDS = /^coverage import FILE|^un punto per comune$|^tutti i giorni$|© OpenStreetMap contributors\.$/;

function literalsIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // What only types say is not seen by people.
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

/** Names of classes and columns are written small, without accents or little words: a text begins with a capital, or has either. */
const isText = (literal: string): boolean =>
  /[à-öø-ùÀ-ÖØ-Ù’]/.test(literal) ||
  /^[A-Z][a-z]/.test(literal) ||
  /(^| )(di|del|della|che|per|con|non|una?|il|la|le|i) /.test(literal);

describe('outside the catalogues', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    // Places are called by their names in every language.
    (file) => file.endsWith('.ts') && !file.startsWith('text') && !file.endsWith('capitals.ts'),
  );

  it('a text would be seen', () => {
    expect(['Residenti oltre il limite', 'non è noto', 'Sede', '…ª', 'più', 'con le proposte'].filter(isText)).toEqual([
      'Residenti oltre il limite',
      'non è noto',
      'Sede',
      'più',
      'con le proposte',
    ]);
  });

  it('the sources hold no text for people', () => {
    const left = files.flatMap((file) =>
      literalsIn(join(SOURCE, file))
        .filter((literal) => isText(literal) && !NAMES.test(literal) && !COMMANDS.test(literal))
        .map((literal) => `${file}: ${literal}`),
    );
    expect(left).toEqual([]);
  });

  it('the page holds the Italian of the catalogue, each text by its name', () => {
    const document = new DOMParser().parseFromString(readFileSync(join(ROOT, 'index.html'), 'utf8'), 'text/html');
    const words = italian.FRAME as Record<string, string>;
    for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
      expect(element.textContent).toBe(words[element.dataset['word'] ?? '']);
    for (const [name, attribute] of [
      ['label', 'aria-label'],
      ['hint', 'placeholder'],
    ] as const)
      for (const element of document.querySelectorAll<HTMLElement>(`[data-${name}]`))
        expect(element.getAttribute(attribute)).toBe(words[element.dataset[name] ?? '']);
    const unnamed = [...document.body.querySelectorAll<HTMLElement>('*:not(noscript, noscript *)')].filter(
      (element) =>
        (element.childElementCount === 0 && element.textContent?.trim() && !element.matches('[data-word]')) ||
        (element.hasAttribute('aria-label') && !element.matches('[data-label]')) ||
        (element.hasAttribute('placeholder') && !element.matches('[data-hint]')),
    );
    expect(unnamed.map((element) => element.textContent)).toEqual([
      'Centri per la Famiglia',
      'API',
      'English',
      'API',
      'English',
    ]);
  });
});
