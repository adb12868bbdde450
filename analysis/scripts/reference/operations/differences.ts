import { type Adjustment, adjust } from '../../../comparisons/adjust.ts'
import { pairwise } from '../../../comparisons/pairwise.ts'
import { tTest } from '../../../comparisons/t-test.ts'
import { type Expected, listOf, numberOf } from '../compare.ts'
import { categories, codes, isText, numbers } from '../file.ts'
import { isNothing, levelOf, type Operation } from '../operation.ts'

export const pairwiseMeans: Operation = {
  parts: ['var', 'by'],
  run(op, { data, design, errorTolerance }, result, to) {
    const known = categories(data, op.by as string)
    const values = numbers(data, op.var as string)
    const found = pairwise(values, codes(data, op.by as string, known), design, 'holm', 'linear')
    if (found === null) throw new RangeError('pairwise: nothing to compare')
    const tolerance = errorTolerance
    to.keys(result, ['groups', 'est', 'vcov', 'df', 'pairs', 'adjusted'])
    to.number('df', found.df, result.df)
    const labels = listOf<string>(result.groups).map(String)
    const place = new Map(found.groups.map((code, at) => [known[code]!, at]))
    const left = labels.map((label, at) => !place.has(label) && isNothing(result.vcov[at][at]))
    labels.forEach((label, at) => {
      if (left[at]) return
      to.number(`est ${label}`, found.means[place.get(label) ?? -1] ?? Number.NaN, result.est[at])
      labels.forEach((other, b) => {
        if (left[b]) return
        const cell = (i: number, j: number) => found.covariance.cells[i * found.covariance.size + j]!
        const [i, j] = [place.get(label)!, place.get(other)!]
        to.number(`vcov ${label} ${other}`, cell(i, j), result.vcov[at][b], {
          tolerance: 2 * tolerance,
          scale: Math.sqrt(cell(i, i) * cell(j, j)),
        })
      })
    })
    const pairs = new Map(found.pairs.map((pair) => [`${known[pair.a]} ${known[pair.b]}`, pair]))
    const wanted = listOf<{ a: string; b: string; diff: Expected; se: Expected; t: Expected; p: Expected }>(
      result.pairs,
    )
    for (const { a, b, diff, se, t, p } of wanted) {
      if (left[labels.indexOf(String(a))] || left[labels.indexOf(String(b))]) continue
      const pair = pairs.get(`${a} ${b}`)
      const what = `${a}-${b}`
      // a difference of two means has their precision, not its own
      const scale = Math.max(Math.abs(numberOf(diff)), Math.abs(numberOf(se)))
      to.number(`${what} diff`, pair?.difference ?? Number.NaN, diff, { tolerance, scale })
      to.number(`${what} se`, pair?.error ?? Number.NaN, se, { tolerance })
      to.number(`${what} t`, pair?.t ?? Number.NaN, t, { tolerance, scale: Math.max(1, Math.abs(numberOf(t))) })
      to.number(`${what} p`, pair?.p ?? Number.NaN, p, { tolerance: tolerance * Math.max(1, -Math.log(numberOf(p))) })
    }
    if (left.includes(true)) return
    to.count('pairs', found.pairs.length, wanted.length)
    for (const [method, adjusted] of Object.entries(result.adjusted as Record<string, Expected | Expected[]>))
      to.list(
        `adjusted ${method}`,
        adjust(
          found.pairs.map(({ p }) => p),
          method as Adjustment,
        ),
        listOf(adjusted),
        { tolerance: 40 * tolerance },
      )
  },
}

export const ttest: Operation = {
  parts: ['var', 'by', 'level'],
  run(op, { data, design, errorTolerance }, result, to) {
    const known = categories(data, op.by as string)
    if (known.length !== 2) throw new RangeError(`ttest: ${known.length} groups`)
    const of = codes(data, op.by as string, known)
    const [first, second] = [0, 1].map((k) => Uint8Array.from(of, (code) => (code === k ? 1 : 0))) as [
      Uint8Array,
      Uint8Array,
    ]
    const found = tTest(numbers(data, op.var as string), first, second, design, levelOf(op), 'linear')
    if (found === null) throw new RangeError('ttest: nothing to compare')
    // an intercept and a slope of 1 on a number that is not 0/1
    const step = isText(data, op.by as string) ? 1 : Number(known[1]) - Number(known[0])
    const options = { tolerance: errorTolerance, scale: Math.max(Math.abs(found.difference), found.error) }
    to.keys(result, ['statistic', 'parameter', 'p_value', 'estimate', 'conf_int'])
    to.number('statistic', found.t, result.statistic, {
      tolerance: errorTolerance,
      scale: Math.max(1, Math.abs(found.t)),
    })
    to.number('df', found.df, result.parameter?.df)
    to.number('p_value', found.p, result.p_value, { tolerance: errorTolerance * Math.max(1, -Math.log(found.p)) })
    to.number('estimate', found.difference / step, result.estimate, options)
    to.list('conf_int', [found.low / step, found.high / step], listOf<Expected>(result.conf_int), options)
  },
}
