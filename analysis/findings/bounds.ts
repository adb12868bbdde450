/** What those who did not respond could change, in words: beside the headline of an objective. */
import { calledOf } from '../../surveys/questionnaire/audiences.ts'
import type { Questionnaire, Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { type NonresponseBounds, nonresponseBounds } from '../estimates/nonresponse.ts'
import { percent, typeset } from '../text/format.ts'

/** Whole percents, as fractions; `text`: French. */
export type Bounds = NonresponseBounds & { text: string }

/** @returns null for what is no share, and where nobody knows how many people there are */
export function boundsOf(
  estimate: Estimate,
  rate: number | null,
  unit: Unit,
  { audience }: Pick<Questionnaire, 'audience'>,
): Bounds | null {
  if (rate === null || estimate.unit !== 'share') return null
  const { low, high, half } = nonresponseBounds(estimate, rate)
  const shown = {
    rate: rate < 0.005 ? rate : Math.round(rate * 100) / 100,
    low: Math.floor(low * 100 + tiny) / 100,
    high: Math.ceil(high * 100 - tiny) / 100,
    half: Math.round(half * 100) / 100,
  }
  const { many, did, others } = wordsOf(unit, audience)
  const text = `${percent(shown.rate)} des ${many} ${did}. Si ${others} moitié moins concernés, ce serait ${percent(shown.half)} ; au plus bas ${percent(shown.low)}, au plus haut ${percent(shown.high)}.`
  return { ...shown, text: typeset(text) }
}

const tiny = 1e-9

function wordsOf(unit: Unit, audience: string) {
  if (unit === 'children') return { many: 'enfants', did: 'ont été décrits', others: 'les autres étaient' }
  return { many: calledOf(unit, audience).many, did: 'ont répondu', others: 'les silencieux étaient' }
}
