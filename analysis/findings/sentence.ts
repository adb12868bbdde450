/** The sentence of a finding: the frame of its indicator filled in, or the plain statement that nothing can be concluded. */
import { type Unit, unitRows } from '../../surveys/questionnaire/audiences.ts'
import { headed } from '../../surveys/wording/sentence-frame.ts'
import { rules } from '../disclosure/rules.ts'
import { aboveMost } from '../disclosure/words.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, baseText, count, date, figure, interval, quote, typeset } from '../text/format.ts'
import { type Aside, isOpen, isVerb, openSentence, type Ranked, type Rival, tieSentence, unquoted } from './ties.ts'

/**
 * The answer that leads, or the figure; then the answers that may be as frequent; last, of the same people, that more of them gave none of the
 * answers. Where five or more may be as frequent, none of them is named, and whoever gave none stand first.
 *
 * @param given French, with `{value}`, `{interval}`, `{base}` and `{top}`; what follows its figure is left to `explanationOf`
 * @param leaders answers that may be the most frequent one, the largest first; empty when the finding is no ranking
 * @param aside given by more people than the largest of them; null = none
 * @param title of the indicator
 * @param isBare its title comes before its figure
 * @param who of whom they are shares, when the frame does not say it: « familles répondantes »; and what a base counts
 */
export function sentenceOf(
  given: string,
  estimate: Estimate,
  leaders: readonly Rival[],
  aside: Aside | null,
  {
    title,
    who,
    unit,
    what,
    isBare = false,
  }: { title: string; who: string; unit: Unit; what?: Ranked; isBare?: boolean },
): string {
  const frame = figureFrame(given)
  const group = groupIn(frame) ?? `des ${who}`
  const own = ofWhom(frame, who)
  // nobody asks the children: their parents answer
  const answered = unit === 'children' ? `Pour {value} ${group}, la réponse est` : `{value} ${group} ont répondu`
  const quoting = `${answered} {top} ({interval} ; {base} ${unitRows[unit].counted[1]}).`
  // a label stands in quotation marks: a phrase goes on from its own frame only
  const quoted = (answer: Rival) => filled(quoting, answer.estimate, { label: answer.label })
  const [leader] = leaders
  const none = aside?.frame && ofWhom(aside.frame, who)
  const isQuoted = leader !== undefined && leaders.length > 1 && saysFirst.test(frame)
  const lead = isQuoted ? quoted(leader) : filled(isBare ? headed(title, own) : own, estimate, leader ?? null)
  const asideFrame = none ?? quoting.replace('{top}', () => quote(unquoted(aside?.label ?? '')))
  return typeset(
    (isOpen(leaders)
      ? [
          aside ? filled(asideFrame, aside.estimate, null) : [],
          openSentence(title, openBase(estimate.base, unit), leaders, what, aside !== null),
        ]
      : [lead, tieSentence(leaders, what) ?? [], aside ? filled(after(own, asideFrame), aside.estimate, null) : []]
    )
      .flat()
      .join(' '),
  )
}

/** The sentence of a frame that holds the figure. */
const figureFrame = (frame: string): string => /^.*?\([^()]*\{(?:interval|base)\}[^()]*\)\./.exec(frame)?.[0] ?? frame

/** What a frame says after its figure, for whoever has not read the question: « La question porte sur les 12 derniers mois. »; none = ''. */
export const explanationOf = (frame: string): string => typeset(frame.slice(figureFrame(frame).length).trim())

/** Children are no answers. */
const openBase = (base: number, unit: Unit): string =>
  unit === 'children' ? `réponses pour ${baseText(base, unit)}` : baseText(base, unit)

/**
 * A frame that goes on from another one, of the same people: « À l’inverse, 31 % n’en ont utilisé aucun », without the words both begin with, up to a
 * comma, nor the base again. « 31 % de ces familles » was read as a part of those just named.
 */
function after(first: string, frame: string): string {
  const [opening = ''] = /^[^{]*, (?=.*\{value\})/.exec(frame) ?? []
  const parts = opening.split(/(?<=, )/)
  const same = parts.filter((_, at) => first.startsWith(parts.slice(0, at + 1).join(''))).join('')
  const rest = frame.slice(same.length).replace(/\s;\s\{base\}\s[^()]*(?=\))/, '')
  return `À l’inverse, ${unrepeated(first, rest.charAt(0).toLowerCase() + rest.slice(1))}`
}

/** « 46 % n’ont pas besoin d’une garde », of the children that the figure before it has just named. */
function unrepeated(first: string, frame: string): string {
  const [words, other] = [frame, first].map((one) => one.slice(one.indexOf('{value}')).split(' ')) as [
    string[],
    string[],
  ]
  const many = words.findIndex((word, at) => word !== other[at])
  const verb = words.slice(many).join(' ')
  return frame.startsWith('{value} d') && many > 1 && isVerb(verb) ? `{value} ${verb}` : frame
}

function filled(frame: string, estimate: Estimate, top: Led | null): string {
  const words: Record<string, string> = {
    value: figure(estimate),
    interval: interval(estimate),
    base: count(estimate.base),
    top: top ? ledIn(frame, top) : '',
  }
  // « la part est de au plus 16 % »
  const elided = words.value!.startsWith('au ') ? frame.replace(/\bde \{value\}/, 'd’{value}') : frame
  return capital(elided.replace(/\{(value|interval|base|top)\}/g, (_, name: string) => words[name]!))
}

/** A frame that says its answer to be the most frequent one: not filled in where nothing establishes it. */
const saysFirst = /\bcitée?s? le plus|le plus (?:souvent )?(?:cité|donné|choisi)|\ben tête\b/i

/** « des familles répondantes intéressées », « des 11-15 ans répondants », as a frame says it, without what it says of them. */
const groupIn = (frame: string): string | null =>
  /\{value\} (d(?:es|e l[ae’]|u) (?:[\p{L}]+|\d+-\d+\sans)(?: (?:répondant|décrit|interrogé|concerné|intéressé)e?s)*)/u.exec(
    frame,
  )?.[1] ?? null

/** A frame that begins by its figure, as those of a census do, says of whom: « {value} ont un lieu » is no sentence. */
const ofWhom = (frame: string, who: string): string =>
  frame.replace(/^\{value\} (?!d(?:es|e|u)\b|d’)/, `{value} des ${who} `)

/**
 * A finding of too few answers for a figure: its title and what is missing, since « la plupart », of 11 to 29 answers, would be quoted as a
 * majority. Only of a sensitive topic that nearly all answered alike, in words.
 *
 * @param words as published
 * @param top the answer it is about, for a ranking; null = nothing establishes which one is first
 * @param who of whom it speaks, when the frame does not say it: « communes répondantes »
 * @param isRanking answers are compared; those that are added up are not
 */
export function sentenceInWords(
  { sentence, title, isBare = false }: { sentence: string; title: string; isBare?: boolean },
  words: string,
  top: Led | null,
  who: string,
  isRanking = true,
): string {
  const frame = figureFrame(sentence)
  const isUnled = frame.includes('{top}') && top === null
  if (isUnled && isRanking)
    return typeset(`${title} : avec moins de ${leastInWords} réponses, impossible de dire ce qui vient en tête.`)
  if (isUnled || words !== aboveMost)
    return typeset(`${title} : avec moins de ${leastInWords} réponses en tout, impossible de conclure.`)
  const plain = ofWhom(partOf(frame), who).replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '')
  const said = isBare ? headed(title, plain) : plain
  const filled = said.replaceAll('{value}', words).replaceAll('{top}', top === null ? '' : ledIn(frame, top))
  return typeset(
    [
      capital(filled).replace(/\s*\.?$/, '.'),
      ...[explanationOf(sentence)].filter(Boolean),
      'Sur un sujet sensible, aucun chiffre plus précis n’est donné.',
    ].join(' '),
  )
}

/** « Parmi les habitants qui…, plus de 95 % n’ont personne » has a verb without its plural: « Plus de 95 % des habitants qui… ». */
const partOf = (frame: string): string =>
  frame.replace(/^Parmi les ([^{]+), \{value\} (?!d(?:es|e|u)\b|d’)/, '{value} des $1 ')

const leastInWords = rules.leastFigure

/**
 * « Coût de la garde : avec 45 réponses en tout, la fourchette est trop large pour conclure. »
 *
 * @param title of the indicator: the sentence is read alone
 * @param base null when the number itself may not be published
 * @param isWaiting enough answers, too few of them since an earlier publication
 * @param isRanking answers are compared, and none of them is known to be first
 * @param isFiltered the question is asked under a condition: perhaps of nobody yet
 */
export function inconclusive(
  title: string,
  base: number | null,
  unit: Unit,
  { isWaiting = false, isFiltered = false, isRanking = false } = {},
): string {
  if (isWaiting)
    return typeset(
      `${title} : le chiffre attend ${rules.leastNew} nouvelles réponses, pour que personne ne soit reconnu.`,
    )
  if (base === 0)
    return typeset(
      isFiltered
        ? `${title} : aucune réponse à ce jour ; la question n’est posée qu’à certains répondants.`
        : `${title} : aucune réponse à ce jour.`,
    )
  if (base === null) return typeset(`${title} : trop peu de réponses pour donner un chiffre.`)
  // « avec 55 enfants en tout » was read as 55 to come
  const all = `${unit === 'children' ? 'des réponses pour ' : ''}${baseText(base, unit)} en tout`
  return typeset(
    `${title} : avec ${all}, ${isRanking ? 'impossible de dire ce qui vient en tête' : 'la fourchette est trop large pour conclure'}.`,
  )
}

/** The same of free texts, whose figures are those of their themes. @param base texts, as published; null when it may not be */
export const fewTexts = (title: string, base: number | null, isWaiting: boolean): string =>
  typeset(
    isWaiting
      ? `${title} : les thèmes attendent ${rules.leastNew} nouvelles réponses écrites, pour que personne ne soit reconnu.`
      : base === null
        ? `${title} : trop peu de réponses écrites pour en dégager des thèmes.`
        : base === 0
          ? `${title} : personne n’a encore écrit.`
          : `${title} : ${count(base)} réponses écrites, mais aucun thème n’y revient assez souvent pour être publié.`,
  )

/** After a figure of several waves: else it would be quoted as that of the year. */
export const pooledSentence = (waves: string[]): string => `Réponses de ${and(waves)} réunies.`

/** Of figures shown again from an earlier publication. @param figures said before it @param whose of some of them: « de la zone » */
export function datedSentence(day: string, figures: number, whose = ''): string {
  const [what, stopped] =
    figures === 0 ? ['Résultats', 'arrêtés'] : figures === 1 ? ['Chiffre', 'arrêté'] : ['Chiffres', 'arrêtés']
  return typeset(`${what}${whose === '' ? '' : ` ${whose}`} ${stopped} au ${date(day)}.`)
}

/** Whether a sentence is one of those. */
export const isDated = (sentence: string): boolean =>
  /^Chiffres? (?:de la zone |du territoire )?arrêtés? au/.test(sentence)

/** The answer that leads: its phrase, or its label in quotes that a frame may already hold. */
const ledIn = (frame: string, { label, phrase }: Led): string =>
  phrase ?? (/«\s*\{top\}/.test(frame) ? unquoted(label) : quote(unquoted(label)))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
