/** The results page in French. */
import { rules } from '../../../disclosure/rules.ts'
import type { PublicWords } from './public-words.ts'

const { leastDescribed, leastFigure } = rules

export const fr: PublicWords = {
  title: 'Ce que vous nous avez dit',
  thanks: 'Merci à toutes les personnes qui ont pris le temps de répondre.',
  received: (answers, titles) => `Nous avons reçu ${answers} à ${titles}.`,
  questionnaires: (number) => `${number} questionnaires`,
  answers: (number, form) => `${number} ${form === 'one' ? 'réponse' : 'réponses'}`,
  between: (from, to) => `Elles sont arrivées du ${from} au ${to}.`,
  on: (day) => `Elles sont arrivées le ${day}.`,
  nothing: 'Il n’y a pas encore assez de réponses pour vous dire quelque chose de sûr.',
  steps: {
    said: 'Ce que vous avez dit',
    decided: 'Ce qui est décidé',
    when: 'Quand',
    unknown: 'Ce que nous ne savons pas',
  },
  asked: (question) => `Question posée : ${question}`,
  hundred: (who, about, answers) => `Sur 100 ${who}, environ ${about} répondent : ${answers}.`,
  hundredChildren: (who, about, answers) => `Pour environ ${about} ${who} sur 100, les parents répondent : ${answers}.`,
  hundredOwn: (who, about, counted) => `Sur 100 ${who}, environ ${about} ${counted}.`,
  average: (value, low, high) => `En moyenne : ${value}, entre ${low} et ${high}.`,
  likely: (low, high) => `Ce nombre se trouve très probablement entre ${low} et ${high}.`,
  base: (number, isChildren) => `Il y a ${number} ${isChildren ? 'enfants' : 'réponses'}.`,
  together: 'L’écart avec d’autres réponses n’est pas établi.',
  pooled: (waves) => `Réponses de ${waves} réunies.`,
  inZone: (zone) => `Ce chiffre est celui de la zone ${zone}.`,
  yes: 'oui',
  no: 'non',
  figure: (value, low, high) => `${value} (entre ${low} et ${high})`,
  gap: (most, least) => `${most} ; ${least}. L’écart est établi.`,
  zones: {
    zone: 'Zone',
    share: 'Part',
    interval: 'Intervalle à 95 %',
    tooFew: 'trop peu de réponses',
    place: 'Dans chaque zone',
  },
  inWords: {
    'une minorité': 'une minorité',
    'environ la moitié': 'environ la moitié',
    'la plupart': 'la plupart',
    'plus de 95 %': 'plus de 95 %',
  },
  decidedOn: (day) => `Décidé le ${day}`,
  due: (day) => `À faire avant le ${day}.`,
  undecided: 'Rien n’est encore décidé. Le comité de pilotage lit ces résultats ; sa décision sera écrite ici.',
  planned: (year) => `Le plan d’action prévoit de commencer en ${year}.`,
  unplanned: 'Le plan d’action n’a pas encore de date pour cela.',
  unknown: {
    others: 'Ce que pensent les personnes qui n’ont pas répondu.',
    intention: 'Combien le feront vraiment : une intention n’est pas une inscription.',
    sensitive: 'Combien de personnes concernées ont préféré ne pas répondre : le sujet est sensible.',
    optional: 'Ce que pensent les personnes qui n’ont pas rempli la partie facultative.',
    whole: 'Ce que pensent les personnes qui n’ont pas répondu, ou seulement à l’essentiel.',
  },
  limitsTitle: 'Ce que ces chiffres ne disent pas',
  limits: [
    'Ils décrivent les personnes qui ont répondu. Les autres pensent peut-être autrement.',
    'Un chiffre tiré d’une enquête n’est jamais exact : l’intervalle dit entre quelles valeurs il se situe très probablement.',
  ],
  protectedTitle: 'Comment vos réponses sont protégées',
  protection: [
    `Les groupes de moins de ${leastDescribed} réponses ne sont pas décrits, et aucun pourcentage n’est donné pour moins de ${leastFigure}.`,
    'Chaque compte est légèrement modifié au hasard, puis arrondi, pour que personne ne soit reconnu.',
  ],
  nextTitle: 'Et maintenant ?',
  next: 'Le comité de pilotage lit ces résultats un à un, et décide. Chaque décision rendue publique s’ajoute sur la page des résultats, avec sa date.',
  moreTitle: 'Pour aller plus loin',
  more: 'Le rapport complet dit la méthode, les questions posées et la source de chaque chiffre. Demandez-le à votre collectivité.',
  others: 'Vous avez dit aussi',
  mapKey:
    'Plus une zone est foncée, plus la part est grande. Hachures : le chiffre est peu précis. Gris rayé : trop peu de réponses.',
  barKey: 'La barre : ce que disent les réponses. Le trait noir : l’intervalle de confiance à 95 %.',
  marks: { demo: 'Données fictives', trial: 'Essai', zoning: 'Zonage provisoire' },
  notices: {
    erratum: 'Une erreur a été trouvée depuis la publication.',
    withdrawal: 'Ces chiffres ont été retirés : ne les citez plus.',
  },
}
