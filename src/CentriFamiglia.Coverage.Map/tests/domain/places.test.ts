import { describe, expect, it } from 'vitest';
import { found, namedBy, placesOf } from '../../src/domain/places';
import { elsewhereWords } from '../../src/text/findWords';
import { comune, gap, site } from '../examples/rows';

const places = placesOf({
  comuni: [
    { ...comune, pro_com_t: '017068', comune: 'Edolo', ambito: 'Valle Camonica', ats: 'Montagna' },
    { ...comune, pro_com_t: '016239', comune: 'Villa d’Almè', ambito: 'Valle Imagna', ats: 'Bergamo' },
    { ...comune, pro_com_t: '098031', comune: 'Lodi', ambito: 'Lodi' },
    { ...comune, pro_com_t: '098032', comune: 'Lodi Vecchio', ambito: 'Lodi' },
  ],
  areas: [
    { ...gap, codice: 'lodi', nome: 'Lodi', ats: 'Milano' },
    { ...gap, livello: 'ats', codice: '5', nome: 'Milano', ats: '' },
  ],
  sites: [{ ...site, name: 'Hub di Lodi', comune: 'Lodi', address: 'via Cavour, 3' }],
});
const names = (text: string) => found(places, text).map(({ kind, name }) => `${kind} ${name}`);

describe('what is found', () => {
  it.each([
    ['EDOLO', ['comune Edolo']],
    ['villa d’alme', ['comune Villa d’Almè']],
    ["almè d'villa", ['comune Villa d’Almè']],
    ['lodi', ['comune Lodi', 'comune Lodi Vecchio', 'ambito Lodi', 'sede Hub di Lodi']],
    ['cavour', ['sede Hub di Lodi']],
    ['mila', ['ats Milano']],
    ['odi', []],
    ['l', []],
    ['  ', []],
  ])('for «%s» is %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('a text that a list does not hold', () => {
  it('is said where it stands', () => {
    const place = namedBy(places, 'edolo');
    expect(place && elsewhereWords(place)).toBe('Nessuna riga qui: «Edolo» è un Comune dell’Ambito Valle Camonica.');
  });

  it('is the one whose name it is, before those that begin with it', () => {
    expect(namedBy(places, 'Lodi')?.code).toBe('098031');
    expect(namedBy(places, 'Roma')).toBeNull();
  });
});
