/** The results page in easy-to-read French. */
import { rules } from '../../../disclosure/rules.ts'
import type { PublicWords } from './public-words.ts'

const { leastDescribed } = rules

export const easyFrench: PublicWords = {
  title: 'Ce que vous nous avez dit',
  thanks: 'Vous avez répondu à nos questions. Merci !',
  received: (answers, titles) => `Nous avons reçu ${answers} à ${titles}.`,
  questionnaires: (number) => `${number} questionnaires`,
  answers: (number, form) => `${number} ${form === 'one' ? 'réponse' : 'réponses'}`,
  between: (from, to) => `La première réponse est du ${from}. La dernière est du ${to}.`,
  on: (day) => `Les réponses sont du ${day}.`,
  nothing: 'Il n’y a pas encore assez de réponses.',
  steps: {
    said: 'Ce que vous avez dit',
    decided: 'Ce qui est décidé',
    when: 'Quand',
    unknown: 'Ce que nous ne savons pas',
  },
  asked: (question) => `Notre question : ${question}`,
  hundred: (who, about, answers) => `Sur 100 ${who}, environ ${about} disent : ${answers}.`,
  hundredChildren: (who, about, answers) => `Sur 100 ${who}, les parents répondent ${answers} pour environ ${about}.`,
  whose: {
    all: 'qui ont répondu',
    concerned: 'qui ont répondu et que cette question concerne',
    children: 'dont la famille a répondu',
    concernedChildren: 'concernés, dont la famille a répondu',
  },
  hundredOwn: (who, about, counted) => `Sur 100 ${who}, environ ${about} ${counted}.`,
  only: {
    whole: 'Nous comptons ici seulement les réponses au questionnaire entier.',
    optional: 'Nous comptons ici seulement les réponses à la partie facultative.',
  },
  askedOf: (question, answers) =>
    `Nous avons posé cette question seulement quand la réponse à ${question} est ${answers}.`,
  leftOut: (answers) => `Nous ne comptons pas ici la réponse ${answers}.`,
  average: (value, low, high) =>
    low === high ? `En moyenne : ${value}.` : `En moyenne : ${value}, entre ${low} et ${high}.`,
  half: (value) => `Au moins la moitié des personnes répond ${value} ou moins.`,
  likely: (low, high) =>
    low === high ? `Ce nombre est probablement ${low}.` : `Ce nombre se trouve probablement entre ${low} et ${high}.`,
  base: (number, isChildren) => `Il y a ${number} ${isChildren ? 'enfants' : 'réponses'}.`,
  together: 'D’autres réponses sont peut-être aussi nombreuses.',
  stopped: (day) => `Ce nombre date du ${day}.`,
  stoppedIn: (places, day, isOne) => `${places} : ${isOne ? 'ce nombre date' : 'ces nombres datent'} du ${day}.`,
  everywhere: (figure) => `Dans tout le territoire : ${figure}.`,
  notApart: 'La différence avec les autres zones n’est pas sûre.',
  pooled: (waves) => `Nous avons réuni les réponses de ${waves}.`,
  ofZone: (zone) => `Zone ${zone}.`,
  mostGiven: (shown, all) => `Voici les ${shown} réponses les plus données. Il y en a ${all} en tout.`,
  leftNumbers: 'Nous ne montrons pas les nombres que presque personne n’a donnés.',
  inZone: (zone) => `Nous parlons ici de la zone ${zone}.`,
  openZone: (zone) => `Il n’y a pas assez de réponses pour parler de la zone ${zone} seule.`,
  yes: 'oui',
  no: 'non',
  atMost: (share) => `au plus ${share}`,
  atLeast: (share) => `au moins ${share}`,
  figure: (value, low, high) => `${value} (entre ${low} et ${high})`,
  gap: (most, least) => `${most}. ${least}. Cette différence est sûre.`,
  zones: {
    zone: 'Lieu',
    share: 'Combien',
    interval: 'Entre',
    tooFew: 'pas assez de réponses',
    waiting: 'on attend d’autres réponses',
    place: 'Selon le lieu',
  },
  inWords: {
    'une minorité': 'peu de personnes',
    'environ la moitié': 'environ la moitié',
    'la plupart': 'la plupart',
    'plus de 95 %': 'presque tout le monde',
    'voir l’ensemble': 'voir le chiffre de tous',
  },
  decidedOn: (day) => `Décidé le ${day}`,
  decidedBeside: (day, title) => `Décidé le ${day} sur les réponses d’un autre questionnaire : ${title}`,
  correctedOn: (day) => `(corrigé le ${day})`,
  asWritten: '(texte non simplifié)',
  due: (day) => `À faire avant le ${day}.`,
  duePassed: (day) => `À faire avant le ${day}. Cette date est passée.`,
  became: {
    kept: (day) => `C’est fait depuis le ${day}.`,
    dropped: (day) => `Ce projet est abandonné depuis le ${day}.`,
    postponed: (day) => `C’est repoussé au ${day}.`,
    'going-on': (day) => `Le travail avance. Dit le ${day}.`,
  },
  undecided:
    'Des élus et des professionnels lisent ces réponses. Aucune décision n’est montrée pour le moment. Nous l’écrirons ici.',
  planned: (year) => `Il est prévu de commencer en ${year}.`,
  overdue: (year) => `Il était prévu de commencer en ${year}. Cette date est passée.`,
  unplanned: 'Aucune date n’est montrée pour le moment.',
  unknown: {
    others: 'Nous ne savons pas ce que pensent les autres personnes.',
    intention: 'Nous ne savons pas combien de personnes le feront vraiment.',
    sensitive: 'La question est difficile. Des personnes ont peut-être choisi de ne pas répondre.',
    optional: 'Nous ne savons pas ce que pensent les personnes qui ont passé cette partie.',
    whole: 'Nous ne savons pas ce que pensent les autres personnes. Certaines ont choisi le questionnaire court.',
  },
  limitsTitle: 'Attention',
  limits: [
    'Ces résultats parlent des personnes qui ont répondu.',
    'Les autres personnes pensent peut-être autre chose.',
    'Les nombres ne sont pas exacts. Nous disons entre quels nombres ils se trouvent probablement.',
  ],
  protectedTitle: 'Vos réponses sont protégées',
  protection: [
    `Nous ne disons rien d’un groupe de moins de ${leastDescribed} réponses.`,
    'Nous changeons un peu les nombres, au hasard. C’est pour que personne ne vous reconnaisse.',
    'Alors deux nombres peuvent être un peu différents.',
  ],
  nextTitle: 'Et après ?',
  next: 'Des élus et des professionnels lisent ces résultats. Ils décident ensemble. Nous écrirons leurs décisions ici.',
  moreTitle: 'Vous voulez en savoir plus ?',
  more: 'Il existe un rapport complet. Demandez-le à votre communauté de communes.',
  inFrench: (many) =>
    many === 1
      ? 'Un autre résultat est sur la page « Français ».'
      : `${many} autres résultats sont sur la page « Français ».`,
  others: 'Vous avez dit aussi',
  mapKey:
    'Une couleur foncée : beaucoup de personnes. Des rayures : le nombre est peu sûr. Du gris rayé : pas de chiffre.',
  barKey: 'La barre verte montre le résultat. Le trait noir montre entre quels nombres il se trouve probablement.',
  knownKey: {
    most: '« Au plus » veut dire : personne, ou quelques personnes, ont donné cette réponse.',
    least: '« Au moins » veut dire : tout le monde, ou presque, a donné cette réponse.',
  },
  marks: { demo: 'Données fictives', trial: 'Essai', zoning: 'Les zones peuvent encore changer' },
  notices: {
    erratum: 'Nous avons trouvé une erreur dans ces résultats.',
    withdrawal: 'Ces résultats sont faux. Ne les utilisez plus.',
  },
}
