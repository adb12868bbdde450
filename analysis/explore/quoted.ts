/** Groups of a crossing that stay as they were on an earlier day, or too few of whose newcomers answered: shown as they were published then. */
import type { Study } from '../columns/study.ts'
import { quotedClasses } from '../disclosure/quoted.ts'
import type { Crossing } from './crossing.ts'

/**
 * @param published the tables of the same question in the last publication
 * @returns the crossing with the day of such groups; the shares are those published then
 */
export function withEarlier(
  crossing: Crossing,
  study: Pick<Study, 'earlier' | 'lastPublished'>,
  published: readonly Crossing[],
): Crossing {
  const { by } = crossing
  const classes = by && study.earlier?.get(by.path)
  if (!by || !classes) return crossing
  const quoted = quotedClasses(study, by.path)
  const before = published.find((one) => one.by?.path === by.path)
  const own = { ...crossing, bases: [...crossing.bases], shares: [...crossing.shares] }
  const choices = by.choices.map((choice, column) => {
    const found = classes.find(({ value }) => value === choice.value)
    const at = before?.by?.choices.findIndex(({ value }) => value === choice.value) ?? -1
    const isQuoted = found ? quoted.includes(found) : isEmpty(own.shares[column]!) && !isEmpty(before?.shares[at] ?? [])
    if (!isQuoted || !before || at < 0) return found ? { ...choice, day: found.day } : choice
    const day = before.by?.choices[at]?.day ?? found?.day ?? study.lastPublished!.date.slice(0, 10)
    own.bases[column] = before.bases[at]!
    own.shares[column] = crossing.answers.map((answer, row) => {
      const line = before.answers.findIndex(({ value }) => value === answer.value)
      // an answer that the question did not have then
      return line < 0 ? crossing.shares[column]![row]! : before.shares[at]![line]!
    })
    return { ...choice, day, precision: before.by?.choices[at]?.precision ?? before.precision }
  })
  return { ...own, by: { ...by, choices } }
}

const isEmpty = (shares: Crossing['shares'][number]): boolean => shares.every((share) => share === null)
