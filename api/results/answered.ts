/** Who answered and what changed since the wave before, as one publication tells it, in words. */
import { mention } from '../../analysis/disclosure/rules.ts'
import { isSingle, type WaveChange } from '../../analysis/measures/waves.ts'
import type * as wire from '../wire/results.ts'
import type { Head } from './publications.ts'
import { lineOf, shownEstimate, shownGrid } from './shown.ts'

export function answeredOf(slug: string, title: string, head: Head | null): wire.AnsweredPage {
  return {
    slug,
    title,
    publication: head && lineOf(head),
    tables: head ? head.answered.grids.map(shownGrid) : [],
    sentences: head?.answered.sentences ?? [],
    waves: head?.waves ? { ...head.waves, changes: head.waves.changes.map(changeOf) } : null,
    mention,
  }
}

function changeOf({ earlier, later, change, ...rest }: WaveChange): wire.WaveChange {
  const points = (share: number) => Math.round(share * 100)
  return {
    ...rest,
    earlier: { estimate: earlier, ...shownEstimate(earlier), base: earlier.base },
    later: { estimate: later, ...shownEstimate(later), base: later.base },
    change: change && {
      value: isSingle({ earlier, later }) ? points(change.change) : null,
      low: points(change.low),
      high: points(change.high),
    },
  }
}
