/** Measures the pages in a real browser and writes the figures as JSON, for `npm run bench -- pages`. */
import type { Browser } from 'playwright-core'
import { median } from '../../../analysis/scripts/bench/benchmark.ts'
import browserNamed, { browserHere, noBrowser } from '../../machine/browser.ts'
import pages from '../../machine/pages.ts'
import { launchChromium } from '../staff/staff-browser.ts'
import { aDemoSite, visited } from './demo-site.ts'
import { landing, landings } from './landing.ts'
import { alone, aServedPair, toFirstQuestion } from './measured.ts'
import { touched } from './touches.ts'

const slug = 'familles'
const rounds = 3

if (browserHere() === null) throw new Error(noBrowser)
await browserNamed()
pages()
const browser = await launchChromium([])
try {
  process.stdout.write(JSON.stringify({ ...(await ofRespondents(browser)), ...(await ofOthers(browser)) }))
} finally {
  await browser.close()
}

async function ofRespondents(browser: Browser) {
  const pair = await aServedPair()
  try {
    const beside = await alone(browser, pair.url, slug)
    const plain = await toFirstQuestion(browser, pair.url, slug)
    const slow = await inRounds(() => toFirstQuestion(browser, pair.url, slug, { isSlow: true }))
    const middle = (of: (one: (typeof slow)[number]) => number) => median(slow.map(of))
    return {
      bytes: plain.first.bytes,
      requests: plain.first.requests,
      aloneBytes: beside.bytes,
      noticeMs: middle(({ first }) => first.noticeMs),
      questionMs: middle(({ first }) => first.questionMs),
      againBytes: plain.again.bytes,
      againMs: middle(({ again }) => again.questionMs),
      againLiveMs: middle(({ again }) => again.liveMs),
      laterMs: middle(({ later }) => later.questionMs),
      laterLiveMs: middle(({ later }) => later.liveMs),
      readMs: middle(({ read }) => read.behindMs),
    }
  } finally {
    await pair.discard()
  }
}

/** What the staff and everybody else see: how soon they land, what lands, how soon it answers. */
async function ofOthers(browser: Browser) {
  const site = await aDemoSite()
  try {
    const session = await visited(browser, site)
    const found: Record<string, number> = {}
    for (const place of landings) {
      const plain = await landing(browser, site.url, place, session)
      const slow = await inRounds(() => landing(browser, site.url, place, session, { isSlow: true }))
      found[`${place.name}Bytes`] = plain.bytes
      found[`${place.name}Requests`] = plain.requests
      found[`${place.name}PaintMs`] = median(slow.map(({ paintMs }) => paintMs))
      found[`${place.name}ShownMs`] = median(slow.map(({ shownMs }) => shownMs))
    }
    const answered = await inRounds(() => touched(browser, site.url, session))
    for (const name of Object.keys(answered[0]!)) found[`${name}AnswerMs`] = median(answered.map((one) => one[name]!))
    return found
  } finally {
    await site.discard()
  }
}

async function inRounds<T>(measure: () => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let round = 0; round < rounds; round++) {
    found.push(await measure())
    process.stderr.write('.')
  }
  return found
}
