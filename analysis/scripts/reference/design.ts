/** From a case's `design.spec` to a design. */
import { type Design, designOf, type LonelyPsu } from '../../design/design.ts'
import { type Data, labels, numbers } from './file.ts'

export type DesignOptions = { 'survey.lonely.psu'?: string }
type Constant = number | string | (number | string)[]
export type DesignSpec = {
  weights?: string
  probs?: string
  strata?: string
  ids?: string
  fpc?: string
  nest?: boolean
  rows?: number | number[]
  [constant: `${string}_const`]: Constant | undefined
}

/** What R calls remove and certainty both add nothing. */
const lonelyPsu: Record<string, LonelyPsu> = {
  fail: 'refuse',
  remove: 'certainty',
  certainty: 'certainty',
  adjust: 'centre',
  average: 'average',
}

const known = new Set(['weights', 'probs', 'strata', 'ids', 'fpc', 'nest', 'rows'])

/** @throws RangeError on a part of the spec that is not understood */
export function designFor(data: Data, spec: DesignSpec, options: DesignOptions = {}): Design {
  for (const key of Object.keys(spec))
    if (!known.has(key.replace(/_const$/, ''))) throw new RangeError(`design: unknown part ${key}`)
  for (const key of Object.keys(options))
    if (key !== 'survey.lonely.psu') throw new RangeError(`options: unknown part ${key}`)
  const lonely = options['survey.lonely.psu']
  if (lonely !== undefined && !(lonely in lonelyPsu))
    throw new RangeError(`options: unknown survey.lonely.psu ${lonely}`)
  return designOf({
    rows: data.rows,
    weights: numberColumn('weights'),
    probabilities: numberColumn('probs'),
    population: numberColumn('fpc'),
    strata: labelColumn('strata'),
    psu: labelColumn('ids'),
    nested: spec.nest ?? false,
    lonely: lonely === undefined ? 'refuse' : lonelyPsu[lonely],
  })

  function constant(part: string): (number | string)[] | undefined {
    const value = spec[`${part}_const`]
    if (value === undefined) return undefined
    return Array.isArray(value) ? value : new Array(data.rows).fill(value)
  }
  function numberColumn(part: 'weights' | 'probs' | 'fpc'): ArrayLike<number> | undefined {
    const name = spec[part]
    return name === undefined ? constant(part)?.map(Number) : numbers(data, name)
  }
  function labelColumn(part: 'strata' | 'ids'): (string | number)[] | undefined {
    const name = spec[part]
    return name === undefined ? constant(part) : labels(data, name).map((label) => label ?? 'NA')
  }
}
