/** How much a screen holds: two short questions on a small phone, two or three lists of answers on a tall one, a small page on a wide screen. */

/** In short questions: what fits, what a line of a grid takes, and from where on a question stands alone. */
export type Capacity = { most: number; gridLine: number; alone: number }

export const capacity = {
  phone: { most: 2, gridLine: 1.5, alone: 2.5 },
  tall: { most: 7, gridLine: 1.5, alone: 4.5 },
  wide: { most: 7, gridLine: 0.5, alone: 7 },
} as const satisfies Record<string, Capacity>
