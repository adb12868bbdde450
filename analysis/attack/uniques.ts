/** A person alone with a rare answer: where is the one place that is not empty, in every table that answer is in? */
import type { Asked } from './explorer.ts'
import { both, sizeOf } from './people.ts'

export type UniquesTally = { people: number; given: number }

/** Tables in which the person must be found for the record to be given away. */
const fewest = 2

export function attackUniques(asked: readonly Asked[], tally: UniquesTally): void {
  for (const { path, isPanel, crossings, truth } of asked) {
    if (isPanel) continue
    const alone = crossings.find(({ by }) => by === null)
    for (const { value } of alone?.answers ?? []) {
      const who = truth(path).in(value)
      if (sizeOf(who) !== 1) continue
      tally.people += 1
      let [right, wrong] = [0, 0]
      for (const { by, answers, shares } of crossings) {
        const line = answers.findIndex((answer) => answer.value === value)
        if (by === null || line < 0) continue
        const full = by.choices.filter(
          (_, column) => typeof shares[column]![line] === 'number' && shares[column]![line] !== 0,
        )
        if (full.length === 0) continue
        const found = truth(by.path).in(full[0]!.value)
        if (full.length === 1 && sizeOf(both(who, found)) === 1) right += 1
        else wrong += 1
      }
      tally.given += Number(right >= fewest && wrong === 0)
    }
  }
}
