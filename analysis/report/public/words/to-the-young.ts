/** What the French of the results page says otherwise to the young, with « tu »; of those who answered it speaks as of others. */
import type { PublicLanguage } from '../languages.ts'
import { fr } from './fr.ts'
import { easyFrench } from './fr-facile.ts'
import type { PublicWords } from './public-words.ts'

const title = 'Ce que les jeunes nous ont dit'
const said = 'Ce que les jeunes ont dit'
const others = 'Les jeunes ont dit aussi'

export const toTheYoung: Partial<Record<PublicLanguage, Partial<PublicWords>>> = {
  fr: {
    title,
    others,
    nothing: 'Il n’y a pas encore assez de réponses pour te dire quelque chose de sûr.',
    steps: { ...fr.steps, said },
    protectedTitle: 'Comment tes réponses sont protégées',
    undecided:
      'Aucune décision n’est encore rendue publique sur ces réponses. Quand elle le sera, elle sera écrite ici.',
    limits: [
      'Ils parlent des jeunes qui ont répondu. Les autres pensent peut-être autrement.',
      'Un chiffre tiré d’un questionnaire n’est jamais exact : nous disons entre quels nombres il se trouve très probablement.',
    ],
    barKey:
      'La barre : ce que disent les réponses. Le trait noir : le chiffre se trouve très probablement entre ses deux bouts.',
    next: 'Des élus et des professionnels lisent ces résultats un à un, et décident. Chaque décision rendue publique s’ajoute ici, avec sa date.',
    more: 'Le rapport complet dit comment nous avons compté, les questions posées et d’où vient chaque chiffre. Tu peux le demander à ta mairie.',
    notices: { ...fr.notices, withdrawal: 'Ces chiffres ont été retirés : ne les cite plus.' },
  },
  'fr-facile': {
    title,
    others,
    thanks: 'Des jeunes ont répondu à nos questions. Merci !',
    steps: { ...easyFrench.steps, said },
    undecided:
      'Des élus et des professionnels lisent ces réponses. Aucune décision n’est montrée pour le moment. Nous l’écrirons ici.',
    protectedTitle: 'Tes réponses sont protégées',
    protection: [
      easyFrench.protection[0]!,
      'Nous changeons un peu les nombres, au hasard. C’est pour que personne ne te reconnaisse.',
    ],
    moreTitle: 'Tu veux en savoir plus ?',
    more: 'Il existe un rapport complet. Demande-le à ta communauté de communes.',
    notices: { ...easyFrench.notices, withdrawal: 'Ces résultats sont faux. Ne les utilise plus.' },
  },
}
