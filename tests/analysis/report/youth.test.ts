/** The reading workshop of the young, and their results in their words. */
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { youthCards } from '../../../analysis/report/public/youth/cards.ts'
import { youthHtml } from '../../../analysis/report/public/youth/page.ts'
import {
  workshopData,
  workshopMinutes,
  workshopPdf,
  workshopSteps,
} from '../../../analysis/report/public/youth/workshop.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import { textOf } from '../../pdf.ts'
import { writerInput } from './example-report.ts'

const { source: plain, ttf } = writerInput()
/** The example has no easy words of its own. */
const source: ReportSource = {
  ...plain,
  findings: plain.findings.map((finding) => ({
    ...finding,
    easy: { question: finding.source.question, answers: ['oui'], who: 'jeunes de 11 à 15 ans' },
  })),
}
const silent = writerInput([]).source
const frame = {
  skip: '',
  home: { href: '/', name: 'Ici', logo: '/icon.svg' },
  style: '/style.css',
  languages: [],
  languagesTitle: '',
  files: [],
  back: null,
  links: [],
  contact: '',
  unread: '',
}

test('the steps of the workshop fill its ninety minutes', () => {
  expect(workshopSteps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(workshopMinutes)
})

test('one card a question, each with its figure, its interval and its base; nothing that concludes nothing', () => {
  const cards = youthCards(source, 12)
  expect(cards.length).toBeGreaterThan(1)
  expect(new Set(cards.map(({ question }) => question)).size).toBe(cards.length)
  for (const { lines } of cards) {
    expect(lines.join(' ')).toMatch(/entre .+ et /)
    expect(lines.join(' ')).toMatch(/Il y a \d/)
  }
  const inconclusive: ReportSource = {
    ...source,
    findings: source.findings.map((finding) => ({ ...finding, strength: 'non concluant' })),
  }
  expect(youthCards(inconclusive, 12)).toEqual([])
  expect(youthCards(source, 1)).toHaveLength(1)
})

test('a decision is on its card only when it was noted for everybody', () => {
  const [first] = source.findings.filter((finding) => youthCards({ ...source, findings: [finding] }, 1).length === 1)
  const { questionnaire, indicator } = first!
  const decision = (text: string, isPublic: boolean) => ({
    questionnaire,
    indicator,
    text,
    date: '2026-03-02',
    isPublic,
  })
  const decisions = [decision('Ouvrir la salle.', true), decision('Demander un devis.', false)]
  const [card] = youthCards({ ...source, findings: [first!], decisions: decisions as ReportSource['decisions'] }, 1)
  expect(card!.decided.map(({ text }) => text)).toEqual(['Ouvrir la salle.'])
})

test('the kit is printed with its cards, and says so when nothing is published', async () => {
  const content = await workshopPdf(source, ttf)
  if (process.env.SHOTS) writeFileSync(`${process.env.SHOTS}/atelier.pdf`, content)
  const text = (await textOf(content)).replace(/[\s\u00a0\u202f]+/g, ' ')
  for (const words of ['Atelier de lecture', '90 min', 'Ton pari', 'Notre idée', 'appelez le 119'])
    expect(text).toContain(words)
  expect(text).toContain(
    youthCards(source, 1)[0]!
      .question.replace(/[\s\u00a0\u202f]+/g, ' ')
      .slice(0, 20),
  )
  expect(workshopData(silent).cards).toEqual([])
  expect(await textOf(await workshopPdf(silent, ttf))).toContain('Aucun résultat')
}, 60_000)

test('their page says « tu », runs no script, and never says « vous »', () => {
  const html = youthHtml([{ slug: 'jeunes', title: 'Un <titre>', responses: 212, source }], frame, [], false)
  expect(html).toContain('Un &lt;titre&gt;')
  expect(html).not.toMatch(/<script|style="/)
  const own = youthHtml([], frame, [], true).replace(/<[^>]+>/g, ' ')
  expect(own).toMatch(/Données fictives/)
  expect(own).not.toMatch(/\b(vous|votre|vos)\b/i)
})
