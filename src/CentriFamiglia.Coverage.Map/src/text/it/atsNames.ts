import { atsKey } from '../common/atsKeys';

/** The words after «ATS» in an Italian sentence, by the words that tell one ATS from another. */
const OFFICIAL: Record<string, string> = {
  bergamo: 'di Bergamo',
  brescia: 'di Brescia',
  brianza: 'della Brianza',
  insubria: 'dell’Insubria',
  'milano citta metropolitana': 'della Città Metropolitana di Milano',
  montagna: 'della Montagna',
  pavia: 'di Pavia',
  'val padana': 'della Val Padana',
};

/** The name in a sentence, `ATS della Montagna`; `ATS` and the name where its official form is not known. */
export const atsWords = (name: string): string => `ATS ${OFFICIAL[atsKey(name)] ?? name}`;
