/** One weighting step, as a reference case writes it. */
export type Step = {
  type: string
  vars?: string | string[]
  margins?: string | string[]
  population?: string
  population_inline?: Record<string, number>
  populations?: (string | Record<string, number>)[]
  partial?: boolean
  maxit?: number
  epsilon?: number
  calfun?: string
  bounds?: [number, number]
  formula?: string
  totals?: Record<string, number>
  upper?: number
  lower?: number
  strict?: boolean
  name?: string
  value?: string
}
