import { kish, weightEffect } from '../../../estimates/effective-size.ts'
import { type Expected, listOf, numberOf } from '../compare.ts'
import type { Operation } from '../operation.ts'

export const weights: Operation = {
  parts: [],
  run(_, { design, weightTolerance }, result, to) {
    const used = design.weights.filter((weight) => weight !== 0)
    const sum = used.reduce((a, b) => a + b, 0)
    const squares = used.reduce((a, b) => a + b * b, 0)
    const effect = weightEffect(design.weights)
    const options = { tolerance: 2 * weightTolerance }
    to.keys(result, ['n', 'sum', 'min', 'max', 'cv', 'kish_n_eff', 'kish_deff', 'weights'])
    to.number('n', used.length, result.n)
    to.number('sum', sum, result.sum, options)
    to.number('min', Math.min(...design.weights), result.min, options)
    to.number('max', Math.max(...design.weights), result.max, options)
    to.number('cv', Math.sqrt(Math.max(0, effect - 1)), result.cv, {
      ...options,
      scale: Math.max(numberOf(result.cv), 1),
    })
    to.number('kish_n_eff', kish(sum, squares), result.kish_n_eff, options)
    to.number('kish_deff', effect, result.kish_deff, options)
    to.list('weights', design.weights, listOf<Expected>(result.weights), { tolerance: weightTolerance })
  },
}
