/** The results page in English. */
import { rules } from '../../../disclosure/rules.ts'
import type { PublicWords } from './public-words.ts'

const { leastDescribed, leastFigure } = rules

export const en: PublicWords = {
  title: 'What you told us',
  thanks: 'Thank you to everyone who took the time to answer.',
  received: (answers, titles) => `We received ${answers} to ${titles}.`,
  questionnaires: (number) => `${number} questionnaires`,
  answers: (number, form) => `${number} ${form === 'one' ? 'response' : 'responses'}`,
  between: (from, to) => `They arrived between ${from} and ${to}.`,
  on: (day) => `They arrived on ${day}.`,
  nothing: 'There are not yet enough responses to tell you anything for certain.',
  steps: { said: 'What you said', decided: 'What has been decided', when: 'When', unknown: 'What we do not know' },
  asked: (question) => `The question: ${question}`,
  hundred: (who, about, answers) => `Out of 100 ${who}, about ${about} answered ${answers}.`,
  hundredChildren: (who, about, answers) => `Out of 100 ${who}, the parents answered ${answers} for about ${about}.`,
  concerned: 'whom this question concerns',
  hundredOwn: (who, about, counted) => `Out of 100 ${who}, about ${about} ${counted}.`,
  only: {
    whole: 'Only answers to the whole questionnaire are counted here.',
    optional: 'Only answers to the optional part are counted here.',
  },
  average: (value, low, high) => `On average: ${value}, between ${low} and ${high}.`,
  likely: (low, high) => `The true number is very likely between ${low} and ${high}.`,
  base: (number, isChildren) => `This rests on ${number} ${isChildren ? 'children' : 'responses'}.`,
  together: 'Other answers may be just as common.',
  stopped: (day) => `This figure is from ${day}.`,
  stoppedIn: (places, day, isOne) => `${places}: ${isOne ? 'figure' : 'figures'} from ${day}.`,
  everywhere: (figure) => `In the whole territory: ${figure}.`,
  notApart: 'The difference from the other zones is not established.',
  pooled: (waves) => `Answers from ${waves}, taken together.`,
  inZone: (zone) => `This is about the ${zone} zone.`,
  openZone: (zone) => `There are too few responses to speak of the ${zone} zone alone.`,
  yes: 'yes',
  no: 'no',
  figure: (value, low, high) => `${value} (between ${low} and ${high})`,
  gap: (most, least) => `${most}; ${least}. The difference is established.`,
  zones: {
    zone: 'Zone',
    share: 'Share',
    interval: '95% interval',
    tooFew: 'too few responses',
    waiting: 'waiting for new responses',
    place: 'In each zone',
  },
  inWords: {
    'une minorité': 'a minority',
    'environ la moitié': 'about half',
    'la plupart': 'most',
    'plus de 95 %': 'more than 95%',
    'voir l’ensemble': 'see everybody’s figure',
  },
  decidedOn: (day) => `Decided on ${day}`,
  decidedBeside: (day, title) => `Decided on ${day}, on the answers to another questionnaire, ${title}`,
  correctedOn: (day) => `(corrected on ${day})`,
  asWritten: '(in French)',
  due: (day) => `To be done by ${day}.`,
  duePassed: (day) => `To be done by ${day}: that date has passed.`,
  became: {
    kept: (day) => `Done on ${day}.`,
    dropped: (day) => `Given up on ${day}.`,
    postponed: (day) => `Put off to ${day}.`,
    'going-on': (day) => `Under way on ${day}.`,
  },
  undecided:
    'Nothing has been decided yet on these answers. The steering committee is reading these results; its decision will be written here.',
  planned: (year) => `The action plan foresees a start in ${year}.`,
  overdue: (year) => `The action plan foresaw a start in ${year}: that date has passed.`,
  unplanned: 'The action plan has no date for this objective yet.',
  unknown: {
    others: 'What the people who did not answer think.',
    intention: 'How many will really do it: an intention is not a registration.',
    sensitive: 'How many of the people concerned preferred not to answer: the subject is sensitive.',
    optional: 'What the people who skipped the optional part think.',
    whole: 'What the people think who did not answer, or answered the short form only.',
  },
  limitsTitle: 'What these figures do not say',
  limits: [
    'They describe the people who answered. Others may think differently.',
    'A survey figure is never exact: the interval says between which values it very likely lies.',
  ],
  protectedTitle: 'How your answers are protected',
  protection: [
    `Groups of fewer than ${leastDescribed} responses are not described, and no percentage is given for fewer than ${leastFigure}.`,
    'Every count is changed slightly at random, then rounded, so that nobody can be recognised.',
  ],
  nextTitle: 'What happens next?',
  next: 'The steering committee reads these results, objective by objective, and decides. Each decision made public is added to the results page, with its date.',
  moreTitle: 'To find out more',
  more: 'The full report, in French, gives the method, the questions asked and the source of every figure. Ask your local authority for it.',
  inFrench: (many) =>
    many === 1
      ? 'One more result is on the page in French (“Français”).'
      : `${many} more results are on the page in French (“Français”).`,
  others: 'You also told us',
  mapKey:
    'The darker a zone, the larger the share. Hatching: the figure is imprecise. Striped grey: no figure, the table says why.',
  barKey: 'The bar: what the responses say. The black line: the 95% confidence interval.',
  marks: { demo: 'Made-up data', trial: 'Trial', zoning: 'Provisional zones' },
  notices: {
    erratum: 'A mistake has been found since publication.',
    withdrawal: 'These figures have been withdrawn: please stop quoting them.',
  },
}
