import { expect, test } from 'vitest'
import { pointsSaid, unestablishedText, unestablishedTitle } from '../../../client/results/publications/wave-gaps.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const gap = (low: number, high: number, established = false) => ({
  established,
  change: { value: (low + high) / 2, low, high },
})

// « Aucun écart n’est établi » stood over « +19, de +3 à +34 », and nothing said why
test('a gap whose interval leaves zero aside and that is not established says why', () => {
  const changes = [gap(3, 34), gap(-8, 12), gap(-2, 20), { established: false, change: null }]
  expect(plain(unestablishedText(changes))).toBe(
    'Un intervalle qui laisse zéro de côté (de +3 à +34) ne suffit pas : 3 questions sont comparées à la fois, et le hasard seul en écarte quelques-unes de zéro. Un écart n’est établi que s’il tient encore une fois leur nombre pris en compte.',
  )
  expect(unestablishedText([gap(-30, -4), gap(-8, 12)])).toContain('(de −30 à −4)')
})

test('where every interval holds zero, or stands, there is nothing to explain', () => {
  expect(unestablishedText([gap(-3, 34), gap(0, 12), gap(5, 30, true)])).toBe('')
})

// « 33 écarts qui ne sont pas établis » stood over « 32 questions sont comparées », and a line was « – »
test('a question without a figure in one wave is no gap', () => {
  const silent = { established: false, change: null }
  expect(unestablishedTitle([gap(3, 34), gap(-8, 12), silent])).toBe(
    '2 écarts qui ne sont pas établis, et une question sans chiffre dans l’une des deux vagues',
  )
  expect(unestablishedTitle([gap(3, 34)])).toBe('Un écart qui n’est pas établi')
  expect(unestablishedTitle([silent, silent])).toBe('2 questions sans chiffre dans l’une des deux vagues')
})

// « +12 points (−4 à +19) » from a share that is known as « ≤ 14 % »
test('a gap without a single value is its interval', () => {
  expect(pointsSaid({ value: 29, low: 14, high: 42 })).toEqual(['+29 points', ', entre +14 et +42'])
  expect(pointsSaid({ value: null, low: -4, high: 19 })).toEqual(['Entre −4 et +19 points', ''])
})
