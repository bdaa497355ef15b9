export { default as GLOSSARY_SOURCE } from '../../../../../docs/utente/glossario.md?raw';

/** Terms of the glossary that are explained where they are read: as the glossary has them, and their forms in a sentence or a label. */
export const TERM_FORMS = {
  ats: { term: 'ATS', forms: ['ATS'] },
  ambito: { term: 'Ambito', forms: ['Ambito', 'Ambiti'] },
  distretto: { term: 'Distretto', forms: ['Distretto', 'Distretti'] },
  sede: { term: 'Sede', forms: ['sede', 'sedi'] },
  hub: { term: 'Hub', forms: ['Hub'] },
  spoke: { term: 'Spoke', forms: ['Spoke'] },
  network: { term: 'Rete', forms: ['rete', 'reti'] },
  remit: { term: 'Competenza', forms: ['competenza'] },
  call: { term: 'Manifestazione di interesse', forms: ['manifestazione di interesse', 'avviso', 'avvisi'] },
  verdict: { term: 'Verdetto', forms: ['verdetto', 'verdetti'] },
  outcome: { term: 'Esito', forms: ['esito'] },
  limit: { term: 'Limite', forms: ['limite'] },
  source: { term: 'Stato della fonte', forms: ['fonte'] },
  catchment: { term: 'Bacino', forms: ['bacino', 'bacini'] },
  isochrone: { term: 'Isocrona', forms: ['isocrona', 'isocrone'] },
  gravity: { term: 'Gravità', forms: ['gravità'] },
  twoSteps: { term: '2SFCA', forms: ['2SFCA'] },
};
