export const VISIT = {
  title: 'Getting started',
  step: (at: number, of: number): string => `Step ${at} of ${of}`,
  back: 'Back',
  next: 'Next',
  done: 'Got it',
  skip: 'Skip',
  again: 'See the first steps again',
  steps: {
    map: {
      title: 'The map says where a Centre is missing',
      words:
        'Each Ambito is coloured by its verdict: blue where it has a Sede, orange where it is uncovered. A click on an area, or on a row of the list, opens its sheet.',
    },
    ats: {
      title: 'Choose your ATS',
      words: 'From here map, figures and list are about one ATS only; the level switches between Ambiti and Distretti.',
    },
    trial: {
      title: 'Try a new Spoke',
      words:
        'In the Trial view a click adds a Spoke, and you read at once what changes. Nothing is written to the store.',
    },
    send: {
      title: 'Print, or send the link',
      words: 'The link repeats the same view for whoever opens it; print puts it on paper with its sources.',
    },
  },
};
