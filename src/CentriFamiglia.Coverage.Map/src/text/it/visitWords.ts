/** The first visit: what can be done here, in four steps. */
export const VISIT = {
  title: 'Per cominciare',
  step: (at: number, of: number): string => `Passo ${at} di ${of}`,
  back: 'Indietro',
  next: 'Avanti',
  done: 'Ho capito',
  skip: 'Salta',
  again: 'Rivedi i primi passi',
  steps: {
    map: {
      title: 'La mappa dice dove manca un Centro',
      words:
        'Ogni Ambito è colorato secondo il suo verdetto: blu se ha una sede, arancione se è scoperto. Un clic su un’area, o su una riga dell’elenco, apre la sua scheda.',
    },
    ats: {
      title: 'Scegliere la propria ATS',
      words: 'Da qui mappa, cifre ed elenco riguardano una sola ATS; il livello passa da Ambiti a Distretti.',
    },
    trial: {
      title: 'Provare un nuovo Spoke',
      words:
        'Nella vista Prova uno Spoke si aggiunge con un clic, e si legge subito che cosa cambia. Nulla è scritto nell’archivio.',
    },
    send: {
      title: 'Stampare, o mandare il collegamento',
      words: 'Il collegamento ripete la vista uguale a chi lo apre; la stampa la mette su un foglio con le sue fonti.',
    },
  },
};
