/** An answer at random among what is offered: for the questions no population model knows of. */
import { rowOf } from '../types/catalogue.ts'
import { any, type Random } from './random.ts'
import type { Asked } from './walk.ts'

export function whatever({ element, offered }: Asked, random: Random): unknown {
  const invent = rowOf(element)?.invent
  if (invent) return invent(element, offered, random)
  return offered.length === 0 ? null : any(random, offered)
}
