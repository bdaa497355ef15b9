import { describe, expect, it } from 'vitest';
import { heldWords, loadWords, lossWords, secondWords } from '../../src/text/proposalWords';

describe('what is lost without a proposal', () => {
  it.each([
    [
      7592,
      211033.12,
      'Senza questa proposta 7.592 residenti tornerebbero oltre il limite, con 211.033 minuti-residente in più.',
    ],
    [1, 0, 'Senza questa proposta 1 residente tornerebbe oltre il limite.'],
    [
      0,
      383125,
      'Senza questa proposta nessun residente tornerebbe oltre il limite, ma con 383.125 minuti-residente in più.',
    ],
    [0, null, 'Senza questa proposta nessun residente tornerebbe oltre il limite.'],
  ])('%s residents, %s minutes', (residents, minutes, words) => {
    expect(lossWords(residents, minutes)).toBe(words);
  });
});

describe('the second choice', () => {
  it.each([
    [
      'Idro',
      0,
      7375.33,
      'Al suo posto verrebbe Idro: con gli stessi residenti entro il limite e 7.375 minuti-residente in più.',
    ],
    [
      'Idro',
      350,
      -12,
      'Al suo posto verrebbe Idro: 350 residenti in meno entro il limite e 12 minuti-residente in meno.',
    ],
    ['Idro', 0, 0.2, 'Al suo posto verrebbe Idro: con gli stessi residenti entro il limite.'],
    [null, null, null, 'Nessun altro comune può prendere il suo posto.'],
  ])('%s, %s residents fewer, %s minutes more', (name, fewer, minutes, words) => {
    expect(secondWords(name, fewer, minutes)).toBe(words);
  });
});

it('a network is said with its load', () => {
  expect(loadWords('Rete Bergamo, BG01', 5, 8)).toBe('Rete Bergamo, BG01: 5 Spoke su 8');
});

it.each([
  [1, 1, 'Sta anche nell’altra scelta di pari valore.'],
  [3, 3, 'Sta anche in tutte le altre 3 scelte di pari valore.'],
  [1, 3, 'Manca in 2 delle 3 altre scelte di pari valore: lì c’è un altro comune.'],
])('a proposal in %d of %d other choices', (held, all, words) => {
  expect(heldWords(held, all)).toBe(words);
});
