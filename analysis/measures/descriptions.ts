/** Every measure in words, for those who choose one: what it tells, of which question, and the sentence it begins with. */

import type { MeasureRule } from '../../surveys/review/indicators.ts'
import type { FieldKind } from '../../surveys/types/kinds.ts'

export type MeasureDescription = Omit<MeasureRule, 'kinds'> & {
  kinds: FieldKind[]
  help: string
  /** Frame with `{value}`, `{interval}`, `{base}` and, where one answer comes first, `{top}`. */
  sentence: string
  beside: { title: string; optional: boolean }[]
}

const ending = ' (intervalle de confiance à 95 % : {interval} ; {base} réponses).'
const first = `« {top} » est cité le plus souvent, pour {value} des personnes répondantes${ending}`
const share = `{value} des personnes répondantes …${ending}`
const needed = (title: string) => ({ title, optional: false })
const perhaps = (title: string) => ({ title, optional: true })

/** The general ones first; those made for one subject last. */
export const measureDescriptions: readonly MeasureDescription[] = [
  {
    name: 'share',
    title: 'Part des réponses',
    help: 'Combien de personnes ont donné une des réponses que vous cochez.',
    kinds: ['choice', 'choices', 'boolean', 'rating', 'ranking', 'date'],
    needsWanted: true,
    beside: [],
    sentence: share,
  },
  {
    name: 'shares',
    title: 'Répartition des réponses',
    help: 'Combien de personnes ont donné chaque réponse, et laquelle revient le plus.',
    kinds: ['choice', 'choices', 'boolean', 'date'],
    needsWanted: false,
    beside: [],
    sentence: first,
  },
  {
    name: 'top-needs',
    title: 'Besoins dans l’ordre',
    help: 'Les réponses de la plus citée à la moins citée, sans départager celles que les chiffres ne séparent pas.',
    kinds: ['choices', 'choice'],
    needsWanted: false,
    beside: [],
    sentence: first,
  },
  {
    name: 'likert',
    title: 'Accord ou satisfaction',
    help: 'Pour une échelle de mots : combien sont du bon côté, au milieu, de l’autre côté. Cochez les réponses du bon côté.',
    kinds: ['choice'],
    needsWanted: true,
    beside: [],
    sentence: share,
  },
  {
    name: 'rating',
    title: 'Note moyenne',
    help: 'La note moyenne d’une échelle de notes, et combien ont donné chaque note.',
    kinds: ['rating'],
    needsWanted: false,
    beside: [],
    sentence: `La note moyenne est de {value}${ending}`,
  },
  {
    name: 'nps',
    title: 'Recommandation de 0 à 10',
    help: 'Ceux qui recommandent (9 et 10) moins ceux qui ne recommandent pas (0 à 6), sur une échelle qui va jusqu’à 10.',
    kinds: ['rating'],
    needsWanted: false,
    beside: [],
    sentence: `Le solde de recommandation est de {value}${ending}`,
  },
  {
    name: 'ranking',
    title: 'Classement',
    help: 'Combien mettent chaque réponse en premier, et combien dans leurs trois premières.',
    kinds: ['ranking'],
    needsWanted: false,
    beside: [],
    sentence: `« {top} » est mis en premier le plus souvent, par {value} des personnes répondantes${ending}`,
  },
  {
    name: 'numeric',
    title: 'Valeur du milieu',
    help: 'Pour un nombre : la moitié des personnes répond moins, l’autre moitié plus. Une réponse hors du commun ne la déplace pas.',
    kinds: ['number'],
    needsWanted: false,
    beside: [],
    sentence: `La moitié des personnes répondantes donne moins de {value}${ending}`,
  },
  {
    name: 'mean',
    title: 'Moyenne',
    help: 'La moyenne d’un nombre ou d’une note.',
    kinds: ['number', 'rating'],
    needsWanted: false,
    beside: [],
    sentence: `La moyenne est de {value}${ending}`,
  },
  {
    name: 'themes',
    title: 'Thèmes d’un texte libre',
    help: 'De quoi parlent les textes, sans jamais en montrer un.',
    kinds: ['text'],
    needsWanted: false,
    beside: [],
    sentence: `Parmi les personnes qui ont écrit, {value} touchent au thème « {top} »${ending}`,
  },
  {
    name: 'week',
    title: 'Semaine type',
    help: 'À quelles heures de la semaine il faut une garde, et quand elle manque.',
    kinds: ['week'],
    needsWanted: false,
    beside: [],
    sentence: `{value} des enfants concernés ont besoin d’une garde tôt, tard, la nuit ou le week-end${ending}`,
  },
  {
    name: 'gap',
    title: 'Écart entre souhait et usage',
    help: 'Combien ont une autre solution que celle qu’ils souhaitent. La question lue est le souhait.',
    kinds: ['choice'],
    needsWanted: false,
    beside: [needed('la solution utilisée'), needed('les raisons'), perhaps('qui est concerné')],
    sentence: `{value} n’ont pas la solution qu’ils souhaitent${ending}`,
  },
  {
    name: 'funnel',
    title: 'Du service connu au service utilisé',
    help: 'Pour une grille de services dont les réponses sont « inconnu, connu, envie, utilisé ».',
    kinds: ['choice'],
    needsWanted: false,
    beside: [perhaps('les autres services')],
    sentence: `{value} des personnes répondantes connaissent ce service, au moins de nom${ending}`,
  },
  {
    name: 'mobility',
    title: 'Renoncer faute de transport',
    help: 'Combien ont renoncé à quelque chose, selon leur façon de se déplacer.',
    kinds: ['choices'],
    needsWanted: true,
    beside: [needed('la façon de se déplacer')],
    sentence: `{value} des personnes répondantes ont renoncé à quelque chose faute de transport${ending}`,
  },
  {
    name: 'youth-places',
    title: 'Lieux des jeunes',
    help: 'Où les jeunes sont le plus souvent, quand, et pour quoi faire.',
    kinds: ['choice'],
    needsWanted: false,
    beside: [needed('les moments'), needed('les usages'), needed('ce qui manque'), perhaps('le sentiment de sécurité')],
    sentence: `Le plus souvent : « {top} », pour {value} des jeunes répondants${ending}`,
  },
  {
    name: 'places',
    title: 'Places attendues en accueil de loisirs',
    help: 'Les enfants à attendre par jour et par période, avec le nombre d’adultes. La question lue est celle des moments souhaités.',
    kinds: ['choices'],
    needsWanted: false,
    beside: [needed('l’intérêt de la famille')],
    sentence: `Le jour le plus demandé : « {top} », pour {value} des enfants décrits${ending}`,
  },
  {
    name: 'price-curve',
    title: 'Intention selon le prix',
    help: 'Trois prix montrés au hasard : combien inscriraient à chacun. La question lue est celle du prix le plus bas.',
    kinds: ['choice'],
    needsWanted: true,
    beside: [needed('le prix moyen'), needed('le prix le plus haut')],
    sentence: `Au plus bas des trois prix, {value} des familles répondantes inscriraient un enfant${ending}`,
  },
  {
    name: 'catchment',
    title: 'Bassin d’un lieu',
    help: 'À combien de foyers chaque lieu conviendrait, et jusqu’où ils iraient.',
    kinds: ['choices'],
    needsWanted: false,
    beside: [needed('le trajet accepté')],
    sentence: `Le lieu qui convient le plus souvent : « {top} », à {value} des familles répondantes${ending}`,
  },
]
