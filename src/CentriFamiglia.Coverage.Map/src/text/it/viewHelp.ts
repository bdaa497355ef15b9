import type { Theme } from './viewWords';

export const VIEW_HELP_TITLE = 'Che cosa guardo';
export const VIEW_TERMS_TITLE = 'Le parole di questa vista';
export const GUIDE_TITLE = 'Guida e glossario';

/** What a view shows and what it is for, and the words of the glossary that it rests on. */
export const VIEW_HELP: Record<Theme, { words: string; terms: readonly string[] }> = {
  copertura: {
    words:
      'Per ogni Ambito, Distretto o ATS se ha un Centro per la Famiglia. «Scoperto» vuol dire nessuna sede e nessun Hub che lo dichiari: da lì si comincia. «Non noto» non è una mancanza: le sedi non sono state caricate.',
    terms: ['Ambito', 'Distretto', 'Hub', 'Spoke', 'Competenza'],
  },
  tempi: {
    words:
      'Quanti minuti in auto mettono le famiglie per la sede più vicina. Le righe oblique segnano chi è oltre il limite, che è un criterio di pianificazione e non è previsto dall’atto.',
    terms: ['Limite', 'Fonte dei tempi', 'Classe SNAI', 'Domanda'],
  },
  misure: {
    words:
      'Altri modi di misurare l’accesso: oltre alla distanza, quante sedi si raggiungono e quanto sono contese. Ogni misura dice come si legge sotto «Che cosa misura».',
    terms: ['2SFCA', 'Gravità', 'Gini, Theil'],
  },
  orari: {
    words:
      'Chi trova una sede aperta entro il limite, nel giorno e nell’ora scelti. «Forse» è dove una sede c’è ma i suoi orari non sono noti.',
    terms: ['Sede', 'Limite'],
  },
  proposte: {
    words:
      'Dove conviene aprire altri Spoke, nell’ordine in cui conviene, e dove serve una nuova manifestazione di interesse. Si sceglie lo scopo e quanti Spoke; il riquadro «Come sono scelte» dice se è dimostrato che di meglio non c’è.',
    terms: [
      'Candidato',
      'Copertura massima',
      'p-mediana',
      'Ottimo dimostrato',
      'Bacino',
      'Manifestazione di interesse',
    ],
  },
  rilievi: {
    words:
      'Che cosa chiede l’atto, regola per regola, e come stanno aree, reti e sedi. «Non dichiarato» vuol dire che i dati non lo dicono: non è una violazione.',
    terms: ['Esito', 'Rete', 'Verdetto'],
  },
  fragilita: {
    words:
      'Che cosa si perde se chiude una sede sola, una alla volta: le dieci più critiche sono quelle da proteggere per prime.',
    terms: ['Sede', 'Bacino'],
  },
  risorse: {
    words:
      'Il Fondo regionale, ATS per ATS: quanto è assegnato, quanto impegnano le reti, quanto resta. Dove i contributi non sono noti, ciò che resta non si sa.',
    terms: ['Hub', 'Rete'],
  },
  progettualita: {
    words:
      'Le reti e ciò che dichiarano: inizio, durata, capofila, Ambiti, partner. La mappa dice, ATS per ATS, se le reti sono quante l’atto ne indica.',
    terms: ['Rete', 'Hub'],
  },
  prova: {
    words:
      'Che cosa cambierebbe aggiungendo, spostando o chiudendo sedi. Si prova sulla mappa o scrivendo un comune; nulla è scritto nell’archivio, e l’indirizzo della pagina conserva la prova.',
    terms: ['Verdetto', 'Portata'],
  },
  decisioni: {
    words:
      'Le prove tenute come scenari, con quanto costano e che cosa cambiano; e le analisi congelate, le cui cifre restano quelle. Di una pubblicata si decide proposta per proposta, e ne escono il dossier e il verbale.',
    terms: ['Verdetto', 'Manifestazione di interesse'],
  },
};

/** What the page of words says before the glossary. */
export const GUIDE_WORDS = {
  back: 'Torna alla mappa',
  views: 'Le viste',
  intro:
    'La mappa sta a sinistra; a destra il pannello con la frase che riassume la vista, le cifre in breve e l’elenco, con gli stessi dati. Una riga, o un’area della mappa, apre la sua scheda. L’indirizzo nella barra ripete la vista: si può spedire, salvare o stampare.',
};
