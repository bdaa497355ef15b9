import { expect, it } from 'vitest';
import { chaptersOf, GLOSSARY, meaningOf } from '../../src/text/glossary';
import { VIEW_HELP } from '../../src/text/viewHelp';

it('a glossary is read chapter by chapter, two terms of one item apart', () => {
  const markdown = `# Glossario

## I Centri
- **Hub**: la sede capofila di una rete. **Spoke**: una sede che vi aderisce.
- **Fonte dei tempi** (\`viaggio\`): \`stima\` o [strade](strade.md),
  su due righe.
`;
  expect(chaptersOf(markdown)).toEqual([
    {
      title: 'I Centri',
      terms: [
        { term: 'Hub', meaning: 'La sede capofila di una rete.' },
        { term: 'Spoke', meaning: 'Una sede che vi aderisce.' },
        { term: 'Fonte dei tempi', meaning: '(viaggio): stima o strade, su due righe.' },
      ],
    },
  ]);
});

it('the glossary of the documents has every word that a view names', () => {
  expect(GLOSSARY.map((chapter) => chapter.title)).toEqual(['Il territorio', 'I Centri', 'Le risposte', 'I metodi']);
  const missing = Object.values(VIEW_HELP).flatMap(({ terms }) => terms.filter((word) => !meaningOf(word)));
  expect(missing).toEqual([]);
});
