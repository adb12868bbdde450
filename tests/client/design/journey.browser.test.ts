import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { receive } from '../../../api/responses/responses.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { headingOf } from '../../../surveys/languages.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { bareEnvironment } from '../../api/commands/serving.ts'
import type { Room } from '../../api/design/fixture.ts'
import { seeded, walk } from '../../surveys/answers/walk.ts'
import { builtPages } from '../built-client.ts'
import { type Input, withKeyboard, withMouse } from '../input.ts'
import { answerAll, goOn, phone } from '../person.ts'
import { aWindow, closeWindows, laptop, openChromium, type Window } from '../staff/staff-browser.ts'
import {
  asSpreadsheet,
  audienceText,
  pageTitle,
  purpose,
  questions,
  summary,
  title,
  translation,
} from './point-jeunesse.ts'

const root = resolve(import.meta.dirname, '../../..')
const people = 120
let reports = ''
let browser: Browser
beforeAll(async () => {
  reports = mkdtempSync(join(tmpdir(), 'ctg-journey-'))
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  rmSync(reports, { recursive: true })
})

const ways: [string, (page: Page) => Input][] = [
  ['with a mouse, until the report', () => withMouse],
  ['by keyboard alone, until it is published', withKeyboard],
]

describe.each(ways)('somebody who sees no JSON, %s', (_way, handsOf) => {
  let office: Office
  let designer: Person
  let publisher: Person
  let author: Window
  let slug = ''
  beforeAll(async () => {
    office = await anOffice({ isReal: true, client: builtPages() })
    designer = await office.placed(['designer'])
    publisher = await office.placed(['publisher'])
    await settled(office)
    author = await aWindow(browser, laptop)
    await enter(author.page, designer)
  })
  afterAll(async () => {
    await closeWindows(browser)
    await office.discard()
  })

  const address = () => office.url.replace('127.0.0.1', 'localhost')
  async function enter(page: Page, person: Person) {
    const url = address().replace('http:', 'https:')
    const cookies = [...person.browser.cookies].map(([name, value]) => ({ name, value, url }))
    await page
      .context()
      .addCookies(cookies.map((each) => ({ ...each, secure: true, httpOnly: true, sameSite: 'Strict' as const })))
  }
  const room = async () => (await designer.browser.get(`/api/design/${slug}`)).body as unknown as Room
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const tab = (page: Page, name: RegExp) =>
    page.getByRole('navigation', { name: 'Parties du questionnaire' }).getByRole('link', { name })
  const isSaved = (page: Page) => page.locator('.design-save[data-saved]').waitFor()

  /** Twelve questions on the point of entry for the young. */
  async function writes() {
    const { page } = author
    const { press, write, pick } = handsOf(page)
    await page.goto(`${address()}/concevoir`)
    await press(button(page, 'Nouveau questionnaire'))
    await write(page.getByLabel('Titre'), title)
    await press(button(page, 'Commencer'))
    await page.waitForURL(/\/concevoir\/[a-z-]+\/page/)
    slug = new URL(page.url()).pathname.split('/')[2]!

    await press(tab(page, /^Réglages/))
    await write(page.getByLabel('Résumé'), summary)
    await write(page.getByLabel('Pour qui, en mots'), audienceText)
    await pick(page.getByLabel('Public', { exact: true }), /16 à 25 ans/)
    await pick(page.getByLabel('Une fiche compte pour'), 'Une personne')
    await write(page.getByPlaceholder('Ce qui est lu tout de suite').and(page.locator(':placeholder-shown')), purpose)

    await press(tab(page, /^Questions/))
    await write(page.getByLabel('Titre de la page', { exact: true }), pageTitle)
    for (const { type, title: asked, choices } of questions) {
      await press(button(page, 'Ajouter une question').last())
      await press(page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${type}`) }))
      await write(page.getByLabel('Titre de la question'), asked)
      if (choices.length > 0) {
        await press(button(page, 'Coller depuis un tableur…'))
        await write(page.getByLabel('Lignes copiées'), asSpreadsheet(choices))
        await press(button(page, `Utiliser ces ${choices.length} lignes`))
      }
      // the last question is left without a purpose, as happens
      if (asked === questions.at(-1)!.title) continue
      await write(page.getByLabel('Ajouter un objectif du plan'), '26')
      await press(button(page, /^26 /))
    }
    await isSaved(page)
    expect((await room()).draft!.questionnaire.definition.pages[0]!.elements).toHaveLength(questions.length)
  }

  /** Two of them are asked only of those concerned, in words. */
  async function routes() {
    const { page } = author
    const { press, pick, tick } = handsOf(page)
    await press(tab(page, /^Parcours/))
    const condition = async (of: string, on: string, values: string[]) => {
      await press(page.locator('.path-map').getByRole('button', { name: of }))
      await press(button(page, 'Afficher seulement si…'))
      await pick(page.getByLabel('Question, condition 1'), on)
      for (const value of values) await tick(page.locator('.condition-values').getByLabel(value, { exact: true }))
      await page
        .locator('.condition-sentence')
        .getByText(/^Affichée si/)
        .waitFor()
    }
    await condition('À qui demandes-tu ?', 'Sais-tu à qui poser tes questions ?', ['Oui'])
    await condition('Pour parler de quoi ?', 'Viendrais-tu dans un lieu', ['Oui', 'Peut-être'])
    await isSaved(page)
    const [, second, , fourth] = (await room()).draft!.questionnaire.definition.pages[0]!.elements
    expect([second!.visibleIf, fourth!.visibleIf].map((each) => typeof each)).toEqual(['string', 'string'])
  }

  /** Says what the figure is for, and gives the texts in four languages. */
  async function explains() {
    const { page } = author
    const { press, write, pick, tick } = handsOf(page)
    await press(tab(page, /^Plan/))
    await press(button(page, 'Ajouter un indicateur'))
    await write(page.getByLabel('Titre du résultat'), 'Venir dans un lieu pour les jeunes')
    await pick(page.getByLabel('Question lue'), 'Viendrais-tu dans un lieu')
    await pick(page.getByLabel('Mesure'), /^Part/)
    await tick(page.getByRole('group', { name: 'Réponses comptées' }).getByLabel('Oui', { exact: true }))
    await pick(page.getByLabel('Objectif du plan'), /^26\./)
    await write(page.getByLabel('Phrase'), '{value} y viendraient ({interval} ; {base} réponses).')
    await isSaved(page)

    await press(tab(page, /^Langues/))
    const rows = textsOf((await room()).draft!.questionnaire)
    for (const language of ['fr-facile', 'en', 'ar'] as const) {
      await tick(
        page.getByRole('region', { name: headingOf(language), exact: true }).getByLabel('Proposé aux habitants'),
      )
      const missing = rows.filter(({ texts }) => texts[language] === '')
      const column = missing.map(({ key, texts }) => `${key}\t${translation(texts.fr, language)}`)
      await press(button(page, 'Coller une colonne…'))
      await pick(page.getByLabel('Langue de la colonne'), headingOf(language))
      await write(page.getByLabel('Colonne copiée'), column.join('\n'))
      await press(button(page, /^Coller \d+ textes?$/))
    }
    await page.locator('.texts-columns').getByText('complet').nth(3).waitFor()
    await isSaved(page)
  }

  /** Refused by the publication review for a good reason, goes there, and mends it. */
  async function mends() {
    const { page } = author
    const { press, write, tick } = handsOf(page)
    await press(tab(page, /^Contrôle/))
    const toFix = page.getByRole('region', { name: /^À corriger/ })
    await toFix.getByRole('paragraph').filter({ hasText: 'Cette question ne sert aucun objectif du plan' }).waitFor()
    expect(await toFix.getByRole('listitem').count()).toBe(1)
    expect(await button(page, 'Demander la relecture').isDisabled()).toBe(true)
    await press(toFix.getByRole('link', { name: /^Y aller/ }))
    await write(page.getByLabel('Pourquoi nous la posons'), 'Pour savoir qui le point d’entrée aiderait le plus.')
    await isSaved(page)
    await press(tab(page, /^Contrôle/))
    await expect.poll(() => toFix.getByRole('listitem').allTextContents()).toEqual([])

    await tick(page.getByLabel(/^Ouvert pour de bon/))
    await write(page.getByLabel('Dernier jour pour répondre'), '2026-06-30')
    await press(button(page, 'Demander l’ouverture'))
    await page.getByRole('heading', { name: 'Vous avez demandé l’ouverture' }).waitFor()
  }

  /** A second person publishes it. */
  async function publishes() {
    const { page, faults } = await aWindow(browser, laptop)
    await enter(page, publisher)
    const { press } = handsOf(page)
    // from any part of the questionnaire, the second person lands on the request
    await page.goto(`${address()}/concevoir/${slug}/page`)
    await page.getByRole('link', { name: 'Lire la demande et y répondre' }).click()
    const request = page.getByRole('heading', { name: /demande l’ouverture/ })
    await expect.poll(() => request.evaluate((heading) => heading === document.activeElement)).toBe(true)
    await press(button(page, 'Approuver…'))
    await press(button(page, 'Approuver la version 1'))
    await page.getByText('La version 1 est approuvée.').waitFor()
    expect([...faults, ...author.faults]).toEqual([])
    await page.close()
  }

  /** What was answered on a phone, with others, stands under objective 26. */
  async function finds() {
    const { page, faults } = await aWindow(browser, phone)
    await page.goto(`${address()}/q/${slug}`)
    await button(page, /je commence/).click()
    await page.locator('.question').first().waitFor()
    for (let turn = 0; turn < 40 && !(await page.locator('.receipt').isVisible()); turn++) {
      await answerAll(page)
      await goOn(page)
    }
    await page.locator('.receipt').waitFor()
    expect(faults).toEqual([])
    await page.close()

    const { questionnaire } = await office.context.questionnaires.published(slug, 1)
    const random = seeded(26)
    for (let person = 0; person < people; person++) {
      const answers = answersOf(walk(questionnaire, random, { blank: 0.1 }))
      const at = { questionnaire: slug, version: 1, mode: 'web', channel: '', language: 'fr' } as const
      await receive(office.context, { id: crypto.randomUUID(), ...at, answers })
    }
    expect(await office.context.store.responses.count(slug)).toBe(people + 1)

    const { storeUrl, keyringPath } = office.config
    const out = join(reports, `report-${slug}`)
    await promisify(execFile)(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(root, 'api/commands/report.ts'),
        ...['--out', out, '--date', '2026-07-15', '--questionnaire', slug],
      ],
      { env: { ...bareEnvironment, STORE_URL: storeUrl, KEYRING: keyringPath } },
    )
    const { findings } = JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8')) as { findings: Finding[] }
    const finding = findings.find(({ objective, questionnaire: of }) => objective === 26 && of === slug)!
    expect(finding.estimate.value).not.toBeNull()
    const report = await aWindow(browser, laptop)
    await report.page.goto(pathToFileURL(join(out, 'report.html')).href)
    await report.page.getByText(finding.sentence).first().waitFor()
    await report.page.close()
  }

  test('writes a questionnaire of twelve questions, mends what the review refuses, and follows it as far as said', async () => {
    await writes()
    await routes()
    await explains()
    await mends()
    await publishes()
    // the answers and the report are the same whoever wrote it
    if (handsOf !== withKeyboard) await finds()
  }, 600_000)
})

/** What a site needs before a questionnaire opens for good. */
async function settled(office: Office) {
  const admin = await office.placed(['admin'])
  const { body } = await admin.browser.get('/api/settings')
  const { values, revision } = body as { values: Record<string, unknown>; revision: number }
  const changed = await admin.browser.ask('PUT', '/api/settings', {
    revision,
    values: {
      ...values,
      contact: 'Service enfance jeunesse, 05 00 00 00 00',
      dpo: 'dpo@exemple.fr',
      publicAddress: 'https://enquete.exemple.fr',
    },
  })
  if (changed.status !== 200) throw new Error(changed.text)
}
