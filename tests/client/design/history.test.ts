import { expect, test } from 'vitest'
import { rebased, redone, startHistory, undone, withStep } from '../../../client/design/draft/history.ts'

test('steps are taken back and done again, in order; a new one forgets what was undone', () => {
  let history = startHistory('a')
  history = withStep(history, 'b', 'ab', 0)
  history = withStep(history, 'c', 'abc', 10)
  expect(undone(history).now).toBe('ab')
  expect(redone(undone(history))).toEqual(history)
  expect(undone(undone(undone(history))).now).toBe('a')
  const other = withStep(undone(history), 'd', 'abd', 20)
  expect(other.future).toEqual([])
  expect(redone(other)).toEqual(other)
})

test('letters typed one after the other in one place are one step; after a pause, or elsewhere, another', () => {
  let history = startHistory('')
  history = withStep(history, 'titre', 'L', 0)
  history = withStep(history, 'titre', 'La', 400)
  history = withStep(history, 'titre', 'Lac', 800)
  expect(history.past).toHaveLength(1)
  history = withStep(history, 'titre', 'Lac.', 5_000)
  history = withStep(history, 'aide', 'Lac. Aide', 5_100)
  expect(history.past).toHaveLength(3)
  expect(undone(undone(history)).now).toBe('Lac')
})

test('what follows from a step is undone with it, however long after; the words said are the last ones', () => {
  let history = startHistory('')
  history = withStep(history, 'Titre de « L »', 'L', 0, { as: 'title' })
  history = withStep(history, 'Titre de « Lac »', 'Lac', 400, { as: 'title' })
  history = withStep(history, 'Titre de « Lac »', 'Lac, code lac', 9_000, { as: 'title', isPart: true })
  expect(history.past.map(({ label }) => label)).toEqual(['Titre de « Lac »'])
  expect(undone(history).now).toBe('')
  expect(redone(undone(history)).now).toBe('Lac, code lac')
  // undone, it is a part of nothing that is there
  const alone = withStep(undone(history), 'Code', 'code', 10_000, { as: 'title', isPart: true })
  expect(alone.past).toHaveLength(1)
})

test('a change that changes nothing is no step', () => {
  const history = startHistory('a')
  expect(withStep(history, 'x', 'a', 0)).toBe(history)
})

test('somebody else’s work stands under every step, and is not taken back with one’s own', () => {
  let history = startHistory('a')
  history = withStep(history, 'b', 'ab', 0)
  history = withStep(history, 'c', 'abc', 10)
  history = undone(history)
  const joined = rebased(history, (state) => `${state}+`)!
  expect(joined.now).toBe('ab+')
  expect(undone(joined).now).toBe('a+')
  expect(redone(joined).now).toBe('abc+')
  expect(redone(undone(joined))).toEqual(joined)
  // where they cross, the steps stop
  expect(undone(rebased(history, (state) => (state === 'a' ? null : `${state}+`))!).now).toBe('ab+')
  expect(rebased(history, (state) => (state === 'ab' ? null : state))).toBeNull()
})
