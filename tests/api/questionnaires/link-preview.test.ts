import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkDrawing } from '../../../api/questionnaires/link-picture.ts'
import { type LinkPreview, withOpening, withPreview } from '../../../api/questionnaires/link-preview.ts'
import { languageRows, languages } from '../../../surveys/languages.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { anApp, aPlace } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
const client = join(aPlace().folder, 'client')
const built = `<!doctype html>
<html lang="fr" dir="ltr">
  <head>
    <title>Questionnaires</title>
  </head>
  <body><div id="app"></div>${'<p>Bonjour</p>'.repeat(100)}</body>
</html>`
beforeAll(async () => {
  mkdirSync(client, { recursive: true })
  writeFileSync(join(client, 'index.html'), built)
  home = await anApp({ client })
  await home.context.questionnaires.loadFounding(founding())
})
afterAll(() => home.discard())

const property = (page: string, name: string) =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(page)?.[1]

test.each(languages)('a link to a questionnaire says its title and shows its picture in %s', async (language) => {
  const { text } = await request(home.app).get(`/q/familles?langue=${language}&canal=affiche`)
  const { title } = founding().find(({ slug }) => slug === 'familles')!
  const own =
    typeof title === 'string' ? title : ((language === 'fr' ? title.default : title[language]) ?? title.default)
  expect(property(text, 'title')).toBe(own)
  expect(text).toContain(`<html lang="${languageRows[language].tag}" dir="${languageRows[language].direction}">`)
  // before any script: its title, and what the page asks for first
  expect(/<h1>([^<]*)<\/h1>/.exec(text)![1]!.replaceAll('&#39;', "'")).toBe(own)
  for (const path of [`/api/questionnaires/familles?language=${language}`, '/api/site'])
    expect(text).toContain(`<link rel="preload" as="fetch" crossorigin href="${path}">`)
  // neither where it was found nor a code is repeated
  expect(property(text, 'url')).not.toContain('canal')
  const picture = new URL(property(text, 'image')!.replaceAll('&#38;', '&'))
  const drawn = await request(home.app).get(`${picture.pathname}${picture.search}`)
  expect(drawn.type).toBe('image/png')
  expect(drawn.headers['cache-control']).toBe('public, max-age=86400')
  // width and height, as a PNG begins
  expect([drawn.body.readUInt32BE(16), drawn.body.readUInt32BE(20)]).toEqual([1200, 630])
})

test('the page of all questionnaires has a preview; any other page is as it was built', async () => {
  const { text } = await request(home.app).get('/')
  expect(property(text, 'title')).toBe('Votre avis compte ici')
  expect((await request(home.app).get('/api/picture')).type).toBe('image/png')
  for (const path of ['/mon-code', '/gerer', '/q/inconnu', '/q/__proto__'])
    expect((await request(home.app).get(path)).text, path).toBe(built)
  expect((await request(home.app).get('/api/questionnaires/inconnu/picture')).body.code).toBe('questionnaire-unknown')
})

test('a page with its preview is compressed and not sent twice', async () => {
  const asked = () => request(home.app).get('/q/familles').set('host', 'avis.exemple.fr')
  const first = await asked()
  expect(first.headers['content-encoding']).toBeDefined()
  expect((await asked().set('if-none-match', first.headers.etag!)).status).toBe(304)
})

const preview: LinkPreview = {
  language: 'fr',
  site: 'Mairie & Cie',
  title: '"><script>alert(1)</script> $& fin',
  description: '<b>',
  facts: '',
  demo: '',
}

test('what somebody wrote in a title stays words, in the page and in the picture', () => {
  const page = withOpening(
    withPreview(built, preview, { address: 'https://a/q/b', picture: 'https://a/p' }),
    preview,
    { slug: 'b', language: 'fr' },
    '…',
  )
  expect(page).toMatch(/<h1>&#34;&#62;&#60;script&#62;/)
  expect(page).not.toContain('<script>')
  expect(page).toContain('$&#38; fin')
  expect(linkDrawing(preview, '#0b5d5e')).not.toContain('<script>')
})

test('no title leaves its picture, however long', () => {
  for (const title of ['Un', 'Un titre de quatre mots', 'mot '.repeat(60), 'lettres'.repeat(30)]) {
    const drawing = linkDrawing({ ...preview, title }, '#0b5d5e')
    const lines = [
      ...drawing.matchAll(/<text x="\d+" y="(\d+)"[^>]*font-size="(\d+)" font-weight="700" fill="#1b1f2a"/g),
    ]
    expect(lines.length).toBeGreaterThan(0)
    for (const [, y, size] of lines) {
      expect(Number(y) - Number(size)).toBeGreaterThan(110)
      expect(Number(y)).toBeLessThan(455)
    }
  }
})
