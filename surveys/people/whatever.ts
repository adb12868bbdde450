/** An answer at random among what is offered: for the questions no population model knows of. */
import { ratingSteps } from '../questionnaire/fields.ts'
import { unaskedCover } from '../questionnaire/week.ts'
import { any, happens, type Random } from './random.ts'
import type { Asked } from './walk.ts'

const sentences = [
  'Un accueil ouvert plus tôt le matin.',
  'Des informations au même endroit.',
  'Merci de nous demander notre avis.',
  'Un bus le mercredi.',
]

export function whatever({ element, offered }: Asked, random: Random): unknown {
  switch (element.type) {
    case 'checkbox':
      return offered.length === 0 ? null : ticked(offered, Number(element.maxSelectedChoices ?? 3), random)
    case 'ranking':
      return shuffled(offered, random)
    case 'boolean':
      return happens(random, 0.5)
    case 'rating':
      return any(random, ratingSteps(element))
    case 'text':
    case 'comment':
      if (element.inputType === 'number') return between(Number(element.min), Number(element.max), random)
      return happens(random, 0.2) ? any(random, sentences) : null
    case 'weekhours':
      return [
        { week: null, day: 1, from: 16, to: 36, cover: element.coverQuestion === false ? unaskedCover : 'covered' },
      ]
    case 'paneldynamic':
      return 1
    default:
      return offered.length === 0 ? null : any(random, offered)
  }
}

const between = (min: number, max: number, random: Random) => min + Math.floor(random() * (max - min + 1))

function ticked(offered: string[], max: number, random: Random): string[] {
  const count = between(1, Math.min(max, offered.length, 3), random)
  const kept = new Set(shuffled(offered, random).slice(0, count))
  return offered.filter((value) => kept.has(value))
}

function shuffled(values: readonly string[], random: Random): string[] {
  const rest = [...values]
  return values.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]!)
}
