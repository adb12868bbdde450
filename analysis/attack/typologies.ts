/** Asks for as many typologies as a publication gives, and reads each as crossings of its questions by the groups it made. */
import { rules } from '../disclosure/rules.ts'
import { type Axis, questionAxis } from '../explore/axis.ts'
import type { Crossing } from '../explore/crossing.ts'
import { standingFor } from '../typology/apart.ts'
import { type Grouped, groupedBy } from '../typology/grouped.ts'
import { offeredIn } from '../typology/offered.ts'
import { printedBefore } from '../typology/printed-groups.ts'
import { shownTypology, type Typology } from '../typology/typology.ts'
import { type Asked, peopleOf, type Truth } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import { add, nobody, type People } from './people.ts'
import { stepped } from './range.ts'
import type { Snapshot } from './world.ts'

/** A share as it is printed: of those of a group who gave an answer. */
type Printed = { path: string; answer: string; group: string; share: number; base: number }

/** Groups that leave nobody in two of them, with who is behind each and what is printed of them. */
type Groups = { path: string; who: ReadonlyMap<string, People>; printed: readonly Printed[] }

/** `earlier`: null = shown without the rule of groups that are nearly equal. */
type Made = { grouped: Grouped; typology: Typology; earlier: readonly Grouped[] | null }

type SetOf = (isIn: (row: number) => boolean) => People

/**
 * What the explorer answered, and beside it what the typologies of the same publication tell of the same questions.
 *
 * @param publication its number: the classes of two publications are never the same people
 * @param isRuled false: groups are shown whatever they are nearly equal to (self-check)
 */
export function withTypologies(
  { study, people }: Snapshot,
  asked: readonly Asked[],
  population: number,
  publication: number,
  mechanism: Mechanism,
  isRuled = true,
): Asked[] {
  let all = [...asked]
  for (const [at, made] of typologiesOf(study, mechanism, isRuled).entries()) {
    const { subjects, lists, counting } = made.grouped
    const { table } = counting
    const isPanel = table.parent !== null
    const size = isPanel ? table.rows : population
    const setOf: SetOf = (isIn) => {
      const who = nobody(size)
      for (let row = 0; row < table.rows; row++) if (isIn(row)) add(who, isPanel ? row : people[row]!)
      return who
    }
    const axes = [...subjects.map(questionAxis), ...lists]
    const groups = groupsOf(study, made, axes, `#${publication}-${at + 1}`, setOf, mechanism)
    const described = lists
      .filter((list) => !all.some((one) => one.path === list.path && one.isPanel === isPanel))
      .map((list) => ({ ...listAsked(list, setOf), isPanel, peopleIn: peopleOf(table) }))
    all = [...all, ...described].map((own) => {
      const axis = axes.find((one) => one.path === own.path)
      return axis && own.isPanel === isPanel ? joined(own, axis, groups, size) : own
    })
  }
  return all
}

/** Classes made to measure: of neighbouring questions, then of the same with one more, until no more are given. */
function typologiesOf(study: Snapshot['study'], { noise }: Mechanism, isRuled: boolean): Made[] {
  const offered = offeredIn(study.questionnaire)
  const found: Made[] = []
  for (const panel of new Set(offered.map((one) => one.panel))) {
    const own = offered.filter((one) => one.panel === panel)
    for (let at = 0; at + 4 <= own.length; at++)
      for (const many of [4, 5]) {
        if (found.length === rules.mostTypologies || at + many > own.length) continue
        const questions = own.slice(at, at + many).map((one) => one.path)
        const grouped = groupedBy(study, { questions, classes: null }, noise)
        if ('refused' in grouped) continue
        const earlier = isRuled ? found.map((one) => one.grouped) : null
        found.push({ grouped, typology: shownTypology(study, grouped, earlier, 1), earlier })
      }
  }
  return found
}

/** The whole of each question, and the classes. The whole is that of a group printed before where few people separate them. */
function groupsOf(
  study: Snapshot['study'],
  { grouped, typology, earlier }: Made,
  axes: readonly Axis[],
  name: string,
  setOf: SetOf,
  { step }: Mechanism,
): Groups[] {
  const { classed, found, counting } = grouped
  const before = earlier === null ? [] : printedBefore(study, grouped, earlier)
  const printedOf = (one: Pick<Printed, 'path' | 'answer' | 'group'>, share: { value: number; base: number }) => ({
    ...one,
    share: stepped(Math.round(share.value * 100), step(share.base)),
    base: share.base,
  })
  const traits = typology.classes.flatMap(({ value, more, less }) =>
    [...more, ...less].map((one) => ({ ...one, value })),
  )
  const groups: Groups[] = axes.map((axis) => {
    const whole = standingFor(counting.table, axis.asked, classed, before)
    return {
      path: `${name}:tous`,
      who: new Map([['tous', setOf((row) => whole[row] === 1)]]),
      printed: traits
        .filter((one) => one.path === axis.path)
        .map(({ answer, inAll }) => printedOf({ path: axis.path, answer, group: 'tous' }, inAll)),
    }
  })
  groups.push({
    path: `${name}:classes`,
    who: new Map(typology.classes.map(({ value }, at) => [value, setOf((row) => found.codes[row] === at)])),
    printed: traits.map(({ path, answer, value, inClass }) => printedOf({ path, answer, group: value }, inClass)),
  })
  return groups
}

/** A list of groups as a question: its shares in the classes are printed. */
function listAsked(list: Axis, setOf: SetOf): Omit<Asked, 'isPanel' | 'peopleIn'> {
  const isIn = (row: number, at: number) =>
    list.starts[row + 1]! > list.starts[row]! && list.codes[list.starts[row]!] === at
  const groups = new Map(list.categories.map(({ value }, at) => [value, setOf((row) => isIn(row, at))]))
  const truth: Truth = { asked: setOf((row) => list.asked[row] === 1), in: (value) => groups.get(value)! }
  return { path: list.path, sensitive: false, isSingle: true, crossings: [], truth: () => truth }
}

function joined(own: Asked, axis: Axis, groups: readonly Groups[], size: number): Asked {
  const shown = groups.filter(({ printed }) => printed.some(({ path }) => path === own.path))
  const truths = new Map(shown.map((one) => [one.path, truthOf(one, size)]))
  return {
    ...own,
    crossings: [...own.crossings, ...shown.map((one) => crossingOf(axis, one))],
    truth: (path) => truths.get(path) ?? own.truth(path),
  }
}

const truthOf = ({ who }: Groups, size: number): Truth => ({
  asked: [...who.values()].reduce((sum, one) => sum.map((word, at) => word | one[at]!), nobody(size)),
  in: (value) => who.get(value)!,
})

/** What is printed of one question, as the explorer would send it; answers put together have no line of their own. */
function crossingOf({ path, categories }: Axis, { path: by, who, printed }: Groups): Crossing {
  const own = printed.filter((one) => one.path === path)
  const choices = [...who.keys()].map((value) => ({ value, text: value }))
  const answers = categories.filter(({ label }) => own.some(({ answer }) => answer === label))
  const shareOf = (group: string, label: string) =>
    own.find((one) => one.group === group && one.answer === label)?.share ?? null
  return {
    by: { path: by, title: by, choices, left: [] },
    answers: [...answers],
    bases: choices.map(({ value }) => own.find(({ group }) => group === value)?.base ?? null),
    shares: choices.map(({ value }) => answers.map(({ label }) => shareOf(value, label))),
    precision: { worth: 1, peoplePerAnswer: 1, noise: 5 },
  }
}
