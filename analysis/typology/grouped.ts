/** The classes of a typology, row by row. They stay here; what is published of them goes through disclosure control. */

import { aboutNearFive } from '../../surveys/wording/near-five.ts'
import { closedListsOf } from '../columns/closed-lists.ts'
import { outsidersOn } from '../columns/outsiders.ts'
import type { Study } from '../columns/study.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import { baseShown, rules } from '../disclosure/rules.ts'
import { type Axis, listAxis, questionAxis } from '../explore/axis.ts'
import { questionsOf } from '../explore/questions.ts'
import type { Subject } from '../measures/measure.ts'
import { count as counted, quote, typeset } from '../text/format.ts'
import { overPatterns, type Patterns, patternsOf } from './answer-patterns.ts'
import { bestCounts, classesAt, treeOf } from './classes.ts'
import { correspondence, type Axis as Direction, retained, rowCoordinates } from './correspondence.ts'
import type { Counting } from './described.ts'
import { offeredIn, type TypologyAsked, typologyRules } from './offered.ts'
import { type ActiveQuestion, activeQuestion, cellOf, codesOf, protectedBurt } from './protected-burt.ts'

export type Grouped = {
  subjects: readonly Subject[]
  questions: readonly ActiveQuestion[]
  /** Closed lists that describe the classes, people of the territory only. */
  lists: readonly Axis[]
  counting: Counting
  axes: readonly Direction[]
  /** 1 = of the territory; 1 = in a class. */
  inside: Uint8Array
  classed: Uint8Array
  /** Class of each row, −1 = in none. */
  found: { patterns: Patterns; weights: Float64Array; count: number; codes: Int32Array }
}

/**
 * @returns who is in which group, or why there is no typology, in French
 * @throws RangeError when a question is not among those offered, or they are asked of different people
 */
export function groupedBy(study: Study, asked: TypologyAsked, noise: Noise): Grouped | { refused: string } {
  const subjects = chosenIn(study, asked.questions)
  const { table, design, slug, study: counted } = subjects[0]!
  const outside = outsidersOn(table, counted.table)
  const inside = outside?.map((one) => 1 - one) ?? new Uint8Array(table.rows).fill(1)
  const classed = withEnough(subjects, inside)
  const cell = cellOf(table, classed)
  if (cell.people < typologyRules.leastPeople) return { refused: tooFew(baseShown(noise(cell, 'ordinary'))) }
  const people = { rows: table, within: classed, noise }
  const questions = subjects.map((subject) => activeQuestion(subject, people))
  const unfit = questions.find((one) => one.answered < typologyRules.leastAnswered * cell.people || one.categories < 2)
  if (unfit) return { refused: unfitText(unfit, cell.people) }
  const analysis = correspondence(protectedBurt(questions, design.weights, people))
  const axes = retained(analysis)
  if (axes.length === 0) return { refused: noAxis }
  const counting: Counting = { slug, table, design, noise }
  const found = classesOn(questions, axes, analysis.shares, classed, counting, asked.classes)
  if (found === null) return { refused: noClasses(asked.classes) }
  const lists = listAxes(study, subjects[0]!)
  return {
    subjects,
    questions,
    lists: lists.map((list) => ({ ...list, asked: list.asked.map((one, row) => (inside[row] === 1 ? one : 0)) })),
    counting,
    axes,
    inside,
    classed,
    found,
  }
}

function chosenIn(study: Study, paths: readonly string[]): Subject[] {
  const offered = new Set(offeredIn(study.questionnaire).map(({ path }) => path))
  const all = questionsOf(study)
  const chosen = paths.map((path) => {
    const subject = offered.has(path) ? all.find(({ field }) => field.path === path) : undefined
    if (!subject) throw new RangeError(`groupedBy has no question ${path}`)
    return subject
  })
  if (chosen.some(({ table }) => table !== chosen[0]!.table))
    throw new RangeError('groupedBy needs questions put to the same people')
  return chosen
}

/** Rows that answered half of the questions at least: those whom the questions concern. */
function withEnough(subjects: readonly Subject[], inside: Uint8Array): Uint8Array {
  const least = typologyRules.leastGiven * subjects.length
  const given = subjects.map((subject) => codesOf(questionAxis(subject), inside))
  return inside.map((one, row) => (one === 1 && given.filter((codes) => codes[row]! >= 0).length >= least ? 1 : 0))
}

/** Classes of thirty people at least, true and published, the largest published one first; null where no cut gives them. */
function classesOn(
  questions: readonly ActiveQuestion[],
  axes: readonly Direction[],
  shares: Float64Array,
  within: Uint8Array,
  { table, design, noise }: Counting,
  wanted: number | null,
) {
  const patterns = patternsOf(questions, within)
  const masses = overPatterns(patterns, design.weights)
  const cells = rowCoordinates({ shares }, axes, patterns.questions)
  const tree = treeOf({ size: patterns.size, dimensions: axes.length, cells }, masses)
  for (const count of wanted === null ? bestCounts(tree) : [wanted]) {
    const groups = classesAt(tree, count)
    if (groups === null) continue
    const given = patterns.of.map((pattern) => (pattern < 0 ? -1 : groups.codes[pattern]!))
    const sizes = Array.from({ length: count }, (_, own) => {
      const cell = cellOf(
        table,
        Uint8Array.from(given, (code) => Number(code === own)),
      )
      return { own, least: Math.min(cell.people, noise(cell, 'ordinary')), published: noise(cell, 'ordinary') }
    })
    if (sizes.some(({ least }) => least < rules.leastClass)) continue
    const order = sizes.toSorted((a, b) => b.published - a.published || a.own - b.own).map(({ own }) => own)
    return {
      patterns,
      weights: design.weights,
      count,
      codes: given.map((code) => (code < 0 ? -1 : order.indexOf(code))),
    }
  }
  return null
}

const listAxes = (study: Study, { breakdowns, table }: Subject): Axis[] => {
  const known = new Set(closedListsOf(study).map(({ path }) => path))
  return breakdowns.filter(({ path, codes }) => known.has(path) && codes.length === table.rows).map(listAxis)
}

const tooFew = (people: number) =>
  typeset(
    `Une typologie demande ${typologyRules.leastPeople} personnes au moins qui ont répondu à la moitié de ces questions : il y en a ${aboutNearFive(people)}. En dessous, les classes changeraient du tout au tout avec quelques réponses de plus. Prenez des questions posées à plus de monde, ou regardez les croisements dans « Explorer les réponses ».`,
  )

const unfitText = ({ subject, categories, answered }: ActiveQuestion, people: number) =>
  typeset(
    categories < 2
      ? `${quote(subject.field.title)} : presque tout le monde y répond la même chose. Retirez cette question, puis recommencez.`
      : `${quote(subject.field.title)} : ${counted(Math.round((100 * answered) / people / 5) * 5)} % seulement de ceux que les autres questions concernent y ont répondu. Retirez cette question, puis recommencez.`,
  )

const noAxis = typeset(
  'Ces questions ne vont pas ensemble : aucune opposition ne se dégage des réponses. Choisissez des questions qui parlent d’un même sujet.',
)

const noClasses = (wanted: number | null) =>
  typeset(
    wanted === null
      ? `Aucun découpage ne donne des classes de ${rules.leastClass} personnes au moins. Choisissez des questions qui parlent d’un même sujet.`
      : `${wanted} classes : l’une d’elles compterait moins de ${rules.leastClass} personnes. Demandez-en moins, ou laissez le calcul choisir.`,
  )
