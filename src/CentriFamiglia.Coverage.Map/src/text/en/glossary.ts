export { default as GLOSSARY_SOURCE } from './glossary.md?raw';

export const TERM_FORMS = {
  ats: { term: 'ATS', forms: ['ATS'] },
  ambito: { term: 'Ambito', forms: ['Ambito', 'Ambiti'] },
  distretto: { term: 'Distretto', forms: ['Distretto', 'Distretti'] },
  sede: { term: 'Sede', forms: ['Sede', 'Sedi'] },
  hub: { term: 'Hub', forms: ['Hub', 'Hubs'] },
  spoke: { term: 'Spoke', forms: ['Spoke', 'Spokes'] },
  network: { term: 'Network', forms: ['network', 'networks'] },
  remit: { term: 'Remit', forms: ['remit'] },
  call: { term: 'Call for expressions of interest', forms: ['call for expressions of interest', 'call', 'calls'] },
  verdict: { term: 'Verdict', forms: ['verdict', 'verdicts'] },
  outcome: { term: 'Outcome', forms: ['outcome'] },
  limit: { term: 'Limit', forms: ['limit'] },
  source: { term: 'State of the source', forms: ['source'] },
  catchment: { term: 'Catchment', forms: ['catchment', 'catchments'] },
  isochrone: { term: 'Isochrone', forms: ['isochrone', 'isochrones'] },
  gravity: { term: 'Gravity', forms: ['gravity'] },
  twoSteps: { term: '2SFCA', forms: ['2SFCA'] },
};
