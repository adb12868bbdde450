/**
 * A typology of those who responded: axes of a correspondence analysis, classes on them, and what sets each class apart; if it is
 * asked, the tree of what separates those who gave an answer. All that leaves is made of published figures.
 */
import { closedListsOf } from '../columns/closed-lists.ts'
import { outsidersOn } from '../columns/outsiders.ts'
import type { Study } from '../columns/study.ts'
import type { Cell } from '../disclosure/cell.ts'
import { toStep } from '../disclosure/interval.ts'
import { type Noise, perturbed } from '../disclosure/perturbation.ts'
import { baseShown, rules } from '../disclosure/rules.ts'
import { type Axis, listAxis, questionAxis } from '../explore/axis.ts'
import { questionsOf } from '../explore/questions.ts'
import type { Strength } from '../findings/strength.ts'
import type { Subject } from '../measures/measure.ts'
import { randomOf } from '../scripts/simulate/random.ts'
import { count as counted, quote, typeset } from '../text/format.ts'
import { overPatterns, patternsOf } from './answer-patterns.ts'
import { bestCounts, classesAt, treeOf } from './classes.ts'
import { correspondence, type Axis as Direction, retained, rowCoordinates } from './correspondence.ts'
import { type Counting, type DescribedClass, describedClasses } from './described.ts'
import { bestSplit, type Drivers, driverTree } from './driver-tree.ts'
import { offeredIn, typologyRules } from './offered.ts'
import { type ActiveQuestion, activeQuestion, answerAxis, cellOf, codesOf, protectedBurt } from './protected-burt.ts'
import { type DriverQuestion, driverOf, type FlatNode, flat, shownTree } from './shown-drivers.ts'
import { resampled, stabilityOf, type Units } from './stability.ts'

export type TypologyAsked = {
  /** Paths of the questions that make it. */
  questions: readonly string[]
  /** Classes; null = as many as the tree says. */
  classes: number | null
  /** One answer of one of the questions: what separates those who gave it? */
  driver: { path: string; value: string } | null
}

/** One end of an axis: answers of one side, with the part of the axis they make and how well it shows them, in percent. */
export type Pole = { title: string; answer: string; contribution: number; cos2: number }[]

export type Typology = {
  questions: { path: string; title: string; rare: string[]; isTogether: boolean }[]
  /** People in a class, to the nearest five; those who answered too few of the questions are in none. */
  people: number
  unclassed: number
  weighted: boolean
  axes: { /** Of the corrected inertia, in percent. */ part: number; poles: [Pole, Pole] }[]
  classes: (DescribedClass & { strength: Strength /** Mean Jaccard index, by steps of 0.05. */; jaccard: number })[]
  /** Mean adjusted Rand index, by steps of 0.05. */
  stability: { strength: Strength; rand: number; resamples: number }
  driver: ShownDriver | null
}

export type ShownDriver = {
  title: string
  answer: string
  /** None: too few people for a figure. */
  nodes: FlatNode[]
  /** Part of the resamples whose first split is by the same question, by steps of 0.05; null without split. */
  steady: number | null
  strength: Strength | null
}

/** Resamples of the classes and of the first split; fewer where each takes long. */
const resamples = { classes: 50, splits: 30, manyRows: 10_000, few: 15 }

/**
 * @param noise another one in tests only
 * @returns the typology, or why there is none, in French
 * @throws RangeError when a question is not among those offered, or they are asked of different people
 */
export function typologyOf(
  study: Study,
  asked: TypologyAsked,
  noise: Noise = perturbed,
): Typology | { refused: string } {
  const subjects = chosenIn(study, asked.questions)
  const { table, design, slug } = subjects[0]!
  const outside = outsidersOn(table, study.table)
  const inside = outside?.map((one) => 1 - one) ?? new Uint8Array(table.rows).fill(1)
  const everybody = cellOf(table, inside)
  const shownPeople = (cell: Cell) => baseShown(noise(cell, 'ordinary'))
  const within = withEnough(subjects, inside)
  const classedCell = cellOf(table, within)
  const classed = classedCell.people
  if (classed < typologyRules.leastPeople) return { refused: tooFew(shownPeople(classedCell)) }
  const questions = subjects.map((subject) => activeQuestion(subject, { rows: table, within, noise }))
  const unfit = questions.find((one) => one.answered < typologyRules.leastAnswered * classed || one.categories < 2)
  if (unfit) return { refused: unfitText(unfit, classed) }
  const analysis = correspondence(protectedBurt(questions, design.weights, { rows: table, within, noise }))
  const axes = retained(analysis)
  if (axes.length === 0) return { refused: noAxis }
  const counting: Counting = { slug, table, design, noise }
  const found = classesOn(questions, axes, analysis.shares, within, counting, asked.classes)
  if (found === null) return { refused: noClasses(asked.classes) }

  const units: Units = {
    count: design.psus,
    of: design.psuOf ?? Int32Array.from({ length: table.rows }, (_, row) => row),
  }
  const chance = randomOf(1)
  const isLong = table.rows > resamples.manyRows
  const stability = stabilityOf(found, units, chance, isLong ? resamples.few : resamples.classes)
  const lists = listAxes(study, subjects[0]!)
  const described = describedClasses(
    Int16Array.from(found.codes),
    found.count,
    [...subjects.map(questionAxis), ...lists.map((list) => withoutOutsiders(list, inside))],
    counting,
  )
  return {
    questions: questions.map(({ subject, rare, isTogether }) => ({
      path: subject.field.path,
      title: subject.field.title,
      rare,
      isTogether,
    })),
    people: shownPeople(classedCell),
    unclassed: baseShown(Math.max(0, noise(everybody, 'ordinary') - noise(classedCell, 'ordinary'))),
    weighted: design.calibrations.length > 0,
    axes: axes.map((axis) => shownAxis(axis, questions)),
    classes: described.map((one, at) => {
      const jaccard = stability.jaccard[at]!
      return { ...one, jaccard: toStep(jaccard), strength: strengthOfClass(jaccard) }
    }),
    stability: {
      rand: toStep(Math.max(0, stability.rand)),
      strength: strengthOfClass(stability.rand),
      resamples: stability.resamples,
    },
    driver: asked.driver && driverOn(asked.driver, questions, lists, within, counting, units, chance, isLong),
  }
}

function chosenIn(study: Study, paths: readonly string[]): Subject[] {
  const offered = new Set(offeredIn(study.questionnaire).map(({ path }) => path))
  const all = questionsOf(study)
  const chosen = paths.map((path) => {
    const subject = offered.has(path) ? all.find(({ field }) => field.path === path) : undefined
    if (!subject) throw new RangeError(`typologyOf has no question ${path}`)
    return subject
  })
  if (chosen.some(({ table }) => table !== chosen[0]!.table))
    throw new RangeError('typologyOf needs questions put to the same people')
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

const withoutOutsiders = (axis: Axis, inside: Uint8Array): Axis => ({
  ...axis,
  asked: axis.asked.map((one, row) => (inside[row] === 1 ? one : 0)),
})

const percent = (share: number) => Math.round(share * 100)

/** The answers that make an axis, more than their share of it: those of either side. */
function shownAxis(
  { part, coordinates, contributions, cos2 }: Direction,
  questions: readonly ActiveQuestion[],
): Typology['axes'][number] {
  const answers = questions.flatMap(({ subject, labels }) =>
    labels.map((answer) => ({ title: subject.field.title, answer })),
  )
  const poleOf = (sign: number): Pole =>
    answers
      .map((one, k) => ({ ...one, sign: Math.sign(coordinates[k]!), own: contributions[k]!, cos2: percent(cos2[k]!) }))
      .filter((one) => one.sign === sign && one.own > 1 / answers.length)
      .toSorted((a, b) => b.own - a.own)
      .slice(0, 5)
      .map(({ title, answer, own, cos2: shown }) => ({
        title,
        answer,
        contribution: percent(own),
        cos2: Math.min(100, shown),
      }))
  return { part: percent(part), poles: [poleOf(-1), poleOf(1)] }
}

/** A class found again: from 0.75 on it is valid, below 0.6 it is not to be trusted. */
function strengthOfClass(likeness: number): Strength {
  if (likeness >= 0.75) return 'solide'
  return likeness >= 0.6 ? 'indicatif' : 'fragile'
}

function driverOn(
  { path, value }: { path: string; value: string },
  questions: readonly ActiveQuestion[],
  lists: readonly Axis[],
  classed: Uint8Array,
  counting: Counting,
  units: Units,
  chance: () => number,
  isLong: boolean,
): ShownDriver {
  const own = questions.find(({ subject }) => subject.field.path === path)
  const target = own && answerAxis(own.subject, value)
  if (!own || !target) throw new RangeError(`typologyOf has no answer ${value} to ${path}`)
  const { table, design } = counting
  const hits = Int8Array.from(target.asked, (one, row) =>
    one === 1 ? target.starts[row + 1]! - target.starts[row]! : -1,
  )
  const within = classed.map((one, row) => (one === 1 && hits[row]! >= 0 ? 1 : 0))
  const others = questions.filter((one) => one !== own)
  const known: DriverQuestion[] = [
    ...others.map(({ subject, labels, codes }) => ({
      path: subject.field.path,
      title: subject.field.title,
      labels,
      codes,
    })),
    ...lists.map((list) => driverOf(list, classed)),
  ]
  const drivers: Drivers = {
    predictors: known.map(({ labels, codes }, at) => ({
      categories: labels.length,
      codes,
      ordered: others[at]?.ordered ?? false,
    })),
    hits,
    design,
    peopleIn: (rows) => cellOf(table, rows).people,
  }
  const tree = driverTree(drivers, within)
  const shown = shownTree(tree, target, known, counting)
  const common = {
    title: own.subject.field.title,
    answer: target.categories[0]!.label,
    nodes: shown ? flat(shown) : [],
  }
  if (!shown?.split || tree.split === null) return { ...common, steady: null, strength: null }
  const rounds = isLong ? resamples.few : resamples.splits
  let same = 0
  for (let round = 0; round < rounds; round++) {
    const times = resampled(units, chance)
    const weights = times.map((many, row) => many * design.weights[row]!)
    const again = bestSplit({ ...drivers, design: { ...design, weights, calibrations: [] } }, within)
    if (again?.predictor === tree.split.predictor) same += 1
  }
  return { ...common, steady: toStep(same / rounds), strength: strengthOfClass(same / rounds) }
}

const tooFew = (people: number) =>
  typeset(
    `Une typologie demande ${typologyRules.leastPeople} personnes au moins qui ont répondu à la moitié de ces questions : il y en a environ ${counted(people)}. En dessous, les classes changeraient du tout au tout avec quelques réponses de plus. Prenez des questions posées à plus de monde, ou regardez les croisements dans « Explorer les réponses ».`,
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
