/** Measures the pages in a real browser and writes the figures as JSON, for `npm run bench -- pages`. */
import { median } from '../../../analysis/scripts/bench/benchmark.ts'
import browserNamed, { browserHere, noBrowser } from '../../machine/browser.ts'
import pages from '../../machine/pages.ts'
import { openChromium } from '../staff/staff-browser.ts'
import { alone, aServedPair, toFirstQuestion } from './measured.ts'

const slug = 'familles'
const rounds = 3

if (browserHere() === null) throw new Error(noBrowser)
await browserNamed()
pages()
const pair = await aServedPair()
const browser = await openChromium([])
try {
  const beside = await alone(browser, pair.url, slug)
  const plain = await toFirstQuestion(browser, pair.url, slug)
  const slow: Awaited<ReturnType<typeof toFirstQuestion>>[] = []
  for (let round = 0; round < rounds; round++) {
    slow.push(await toFirstQuestion(browser, pair.url, slug, { isSlow: true }))
    process.stderr.write('.')
  }
  const middle = (of: (one: (typeof slow)[number]) => number) => median(slow.map(of))
  process.stdout.write(
    JSON.stringify({
      bytes: plain.first.bytes,
      requests: plain.first.requests,
      aloneBytes: beside.bytes,
      noticeMs: middle(({ first }) => first.noticeMs),
      questionMs: middle(({ first }) => first.questionMs),
      againBytes: plain.again.bytes,
      againMs: middle(({ again }) => again.questionMs),
    }),
  )
} finally {
  await browser.close()
  await pair.discard()
}
