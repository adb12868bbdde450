/** The interval of a published share: from published figures only, with the noise in it. */
import { normalQuantile } from '../distributions/normal.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { shareMethod } from '../estimates/share.ts'
import { wilson } from '../estimates/wilson.ts'

/** What a table publishes beside its shares, so that each interval can be computed again from what is printed. */
export type Precision = {
  /** Answers that one answer is worth, after weights and clusters: in (0, 1], by steps of 0.05. */
  worth: number
  /** People for one answer of the base: 1, less where children count. By steps of 0.05. */
  peoplePerAnswer: number
  /** Variance of the noise of a count of people. */
  noise: number
  /** Part of the people who responded, by steps of 0.05; absent = not known. */
  sampled?: number
  /** A census: shares are exact, and no interval is computed. */
  isCounted?: true
}

/** Variance of a share rounded to a whole percent: as wide as the sample’s, where a small share rests on many answers. */
const rounding = 0.01 ** 2 / 12

const z95 = normalQuantile(0.975)
/** One side of 2.5 % for one answer, for several at once a smaller one each. */
const lowQuantile = (leaders: number): number => (leaders > 1 ? normalQuantile(0.975 ** (1 / leaders)) : z95)
const toPercent = (share: number) => Math.round(share * 100) / 100

/**
 * Ends in whole percents, rounded outward but for what the interval can spare: a twenty-fifth of its width, three tenths of a point
 * at least. From twelve points on that is the nearest percent. Rounded to the nearest an end loses up to half a point, and an interval
 * of a few points then holds the truth down to 84 times in 100.
 */
function ends(low: number, high: number): [low: number, high: number] {
  const spared = Math.min(0.5, Math.max(0.3, (100 * (high - low)) / 25))
  return [Math.floor(100 * low + spared) / 100, Math.ceil(100 * high - spared) / 100]
}

/**
 * Wilson's interval on the answers that remain once the variance of the noise is added to that of the sample.
 *
 * Where it is known how many people there are, the variance of the sample is that of those who did not respond: times 1 less
 * the part that did, as far as its answers are worth. V(1 + p²)/n² is the variance that the noise of numerator and base gives their ratio, n people in the base.
 *
 * @param share published, in whole percents
 * @param base published, a multiple of 5
 * @param leaders answers among which this one is put forward because it is the largest: what chance added is then larger, and
 * the low end is that of so many answers at once (Šidák)
 * @source Wilson (1927), JASA 22; variance of a ratio by Taylor linearisation; Šidák (1967), JASA 62
 */
export function publishedEstimate(share: number, base: number, precision: Precision, leaders = 1): Estimate {
  const effective = precision.worth * base
  const people = precision.peoplePerAnswer * base
  // Wilson's centre: neither 0 nor 1, so that a share of none still has a variance
  const centre = (share * effective + (z95 * z95) / 2) / (effective + z95 * z95)
  const sampling = ((centre * (1 - centre)) / effective) * (1 - precision.worth * (precision.sampled ?? 0))
  const noise = (precision.noise * (1 + centre * centre)) / (people * people) + rounding
  const size = (centre * (1 - centre)) / (sampling + noise)
  const [, above] = wilson(share, size, z95)
  const [below] = wilson(share, size, lowQuantile(leaders))
  const [low, high] = ends(below, above)
  return {
    value: toPercent(share),
    low: Math.min(low, toPercent(share)),
    high: Math.max(high, toPercent(share)),
    base,
    effectiveBase: Math.floor(effective + 1e-9),
    unit: 'share',
    method: `${shareMethod}, bruit compris${leaders > 1 ? `, la plus grande de ${leaders}` : ''}`,
  }
}

/** A ratio to the step it may be published with; at least one step. */
export const toStep = (ratio: number): number => Math.min(1, Math.max(0.05, Math.round(ratio * 20) / 20))
