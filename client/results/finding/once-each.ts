/** A finding that answers several objectives is one finding. */
import type { analyse } from '../../../api/wire/public.ts'

/** `serves`: the objectives it answers beside its first. */
export type Line = analyse.FindingLine & { serves: number[] }

export const onceEach = (findings: readonly analyse.FindingLine[]): Line[] =>
  [...Map.groupBy(findings, ({ indicator }) => indicator).values()].map(([first, ...others]) => ({
    ...first!,
    serves: others.map(({ objective }) => objective),
  }))
