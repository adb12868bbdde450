/** What those who did not respond could change, in words: beside the headline of an objective. */
import { calledOf } from '../../surveys/questionnaire/audiences.ts'
import type { Questionnaire, Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { type NonresponseBounds, nonresponseBounds } from '../estimates/nonresponse.ts'
import { percent, typeset } from '../text/format.ts'

/** Whole percents, as fractions; `text`: French. */
export type Bounds = NonresponseBounds & { text: string }

/**
 * @param rate of those whom the table speaks of, in [0, 1]; null = nobody knows how many people there are
 * @param isPart the question is not asked of everybody who responds: of those who came to the optional part
 * @param zone its name, of a headline that is about one
 * @returns null for what is no share, and without a rate
 */
export function boundsOf(
  estimate: Estimate,
  rate: number | null,
  unit: Unit,
  { audience }: Pick<Questionnaire, 'audience'>,
  { isPart = false, zone = null }: { isPart?: boolean; zone?: string | null } = {},
): Bounds | null {
  if (rate === null || estimate.unit !== 'share') return null
  const { low, high, half } = nonresponseBounds(estimate, rate)
  const shown = {
    rate: rate < 0.005 ? rate : Math.round(rate * 100) / 100,
    low: Math.floor(low * 100 + tiny) / 100,
    high: Math.ceil(high * 100 - tiny) / 100,
    half: Math.round(half * 100) / 100,
  }
  const { many, did, to, others } = wordsOf(unit, audience)
  const text = `${percent(shown.rate)} des ${many}${zone === null ? '' : ` de la zone ${zone}`} ${did}${isPart ? ` ${to} cette partie du questionnaire` : ''}. Si ${others} moitié moins concernés, ce serait ${percent(shown.half)} ; au plus bas ${percent(shown.low)}, au plus haut ${percent(shown.high)}.`
  return { ...shown, text: typeset(text) }
}

const tiny = 1e-9

function wordsOf(unit: Unit, audience: string) {
  if (unit === 'children') return { many: 'enfants', did: 'ont été décrits', to: 'dans', others: 'les autres étaient' }
  return { many: calledOf(unit, audience).many, did: 'ont répondu', to: 'à', others: 'les silencieux étaient' }
}
