/** Why a figure is not there, in a word or in a sentence: the same in a table, on a chart, on a map, in a document. */
import { capital } from '../languages.ts'
import { leastClass, leastDescribed, leastFigure, leastNew } from '../thresholds.ts'

export const noFigureWords = {
  'too-few': 'trop petit',
  'in-words': 'en mots',
  waiting: 'en attente',
  'no-variance': 'non estimable',
  'not-asked': 'non posée',
  secret: 'secret',
} as const

/** What hid figures of a table; those of a mean need more people, and more again where the groups are answers to another question. */
export const hidings = ['group', 'crossed', 'mean', 'crossed-mean', 'words', 'waiting'] as const
export type Hiding = (typeof hidings)[number]

const meanRule = (least: number) =>
  `la moyenne d’un groupe demande ${leastFigure} personnes dans ce groupe, et que chaque réponse possible ait été donnée par ${least} personnes au moins`

/** Each as it follows a colon. */
export const hidingRules: Record<Hiding, string> = {
  group: `un groupe de moins de ${leastDescribed} réponses n’est pas décrit, et une réponse que moins de ${leastDescribed} personnes ont donnée n’est pas répartie entre les groupes`,
  crossed: `deux questions ne se croisent que dans les réponses que ${leastClass} personnes au moins ont données`,
  mean: meanRule(leastDescribed),
  'crossed-mean': meanRule(leastClass),
  words: `de ${leastDescribed} à ${leastFigure - 1} réponses, le résultat est dit en mots, car un chiffre en dirait plus qu’on n’en sait`,
  waiting: `«\u202fEn attente\u202f» veut dire qu’une publication précédente avait un chiffre, et que moins de ${leastNew} personnes de plus y ont répondu`,
}

/** What the means of groups would need, for whoever asks for them. */
export const groupMeansNeed = `La moyenne d’un groupe demande ${leastFigure} personnes dans ce groupe, et que chaque réponse possible soit donnée par ${leastDescribed} personnes au moins, ou ${leastClass} si les groupes viennent d’une autre question.`

const sentenceOf = (rule: Hiding) => `${capital(hidingRules[rule])}.`

/** The rule that hid figures of a table, then the others. @param hiding absent = not known: all of them stand together */
export function rulesSaid(hiding?: Hiding): string[] {
  const isMean = hiding === 'mean' || hiding === 'crossed-mean'
  const others = (['group', 'words', 'crossed', 'waiting'] as const).filter((rule) => rule !== hiding).map(sentenceOf)
  const all = [
    ...others,
    ...(isMean ? [] : [groupMeansNeed]),
    'Les comptes de personnes sont légèrement modifiés au hasard, pour que personne ne soit reconnu.',
  ].join(' ')
  return hiding === undefined ? [all] : [sentenceOf(hiding), all]
}

/** A layer of the typical week: `spans` says each half-hour in words, '' or absent in weeks frozen before. */
type Week = { values: readonly (readonly (number | null)[])[]; spans?: readonly (readonly string[])[] | undefined }

/** Why a half-hour has no figure. */
export const silentHalf = ({ spans }: Week, day: number, half: number): string =>
  spans?.[day]?.[half] || noFigureWords['too-few']

/** Why half-hours of a week have no figure, each word once: « trop petit ou en attente »; '' = every one has a figure. */
export const silentHalves = (week: Week): string =>
  [
    ...new Set(
      week.values.flatMap((line, day) =>
        line.flatMap((value, half) => (value === null ? [silentHalf(week, day, half)] : [])),
      ),
    ),
  ].join(' ou ')

/** Zones that are not drawn. @param waiting their figure comes back when enough people joined */
export const silentText = (left: readonly string[], waiting: readonly string[]): string =>
  [
    ...(left.length > 0 ? [`Trop peu de réponses\u202f: ${left.join(', ')}`] : []),
    ...(waiting.length > 0 ? [`En attente de réponses nouvelles\u202f: ${waiting.join(', ')}`] : []),
  ].join(' · ')

type Bar = { label: string; estimate: { value: number | null; why?: string } }
/** Of bars that hold every zone; '' = each has its figure. */
export function silentIn(bars: readonly Bar[]): string {
  const silent = bars.filter(({ estimate }) => estimate.value === null)
  const isLate = ({ estimate }: Bar) => estimate.why === 'waiting'
  const named = (some: readonly Bar[]) => some.map(({ label }) => label)
  return silentText(named(silent.filter((one) => !isLate(one))), named(silent.filter(isLate)))
}
