import { expect, it } from 'vitest';
import { plainWords } from '../../src/text/plainWords';

it.each([
  [
    'Contano i residenti dell’ATS di Pavia; ciò che altri guadagnerebbero sta a parte, in residenti_guadagnati_altrove (--conta tutte per contarli tutti).',
    'Contano i residenti dell’ATS di Pavia; ciò che altri guadagnerebbero sta a parte.',
  ],
  ['Le distanze sono al più quelle indicate (elenco_incompleto).', 'Le distanze sono al più quelle indicate.'],
  ['Sono segnate (serve_allo_scopo) e ultime in ordine.', 'Sono segnate e ultime in ordine.'],
  ['È dedotta o non verificata: vedere fonte_stato.', 'È dedotta o non verificata: lo dicono le schede.'],
  [
    'Importarle con «coverage import FILE --sedi mie», o scegliere un altro insieme con --sedi.',
    'Importarle con «coverage import FILE --sedi mie», o scegliere un altro insieme.',
  ],
  ['8.913 residenti di 12 comuni NON_CARICATO non contano.', '8.913 residenti di 12 comuni «non noto» non contano.'],
  ['Ogni sede è chiusa da sola.', 'Ogni sede è chiusa da sola.'],
])('«%s» is said as «%s»', (sentence, words) => {
  expect(plainWords(sentence)).toBe(words);
});
